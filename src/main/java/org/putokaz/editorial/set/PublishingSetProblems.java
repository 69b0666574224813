package org.putokaz.editorial.set;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.draft.DraftContentParser;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.publish.FindingEntry;
import org.putokaz.editorial.publish.FindingView;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.StepsNotAllowedException;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/**
 * Translation of refused publications of entries into problems of the set that they are members of. The problem names the
 * entries in its member {@code entries}. Its methods read entries, within the caller's transaction where there is one.
 */
final class PublishingSetProblems {

    private final List<PublicationStep> steps;
    private final EditorialEntryRepository entries;
    private final Map<UUID, Integer> indexes = new HashMap<>();

    PublishingSetProblems(List<PublicationStep> steps, EditorialEntryRepository entries) {
        this.steps = steps;
        this.entries = entries;
        for (int i = 0; i < steps.size(); i++) {
            indexes.put(steps.get(i).entry(), i);
        }
    }

    /** Translates a pointer into an entry to one into the set; null when the entry is no member. */
    @Nullable
    String pointerTo(UUID entry, String pointer) {
        Integer index = indexes.get(entry);
        return index == null ? null : PublishingSetRequest.memberPointer(index) + pointer;
    }

    /** The finding with the entry that it is about. */
    FindingView withEntry(FindingView finding) {
        UUID entry = finding.entry() == null ? memberAt(finding.pointer()) : finding.entry();
        return entry == null
                ? finding
                : findEntry(entry).map(finding::withAbout).orElse(finding);
    }

    /** The member that a pointer into the set leads to; null when it leads to none. */
    private @Nullable UUID memberAt(String pointer) {
        return steps.stream()
                .map(PublicationStep::entry)
                .filter(entry -> {
                    String member = String.valueOf(pointerTo(entry, ""));
                    return pointer.equals(member) || pointer.startsWith(member + "/");
                })
                .findFirst()
                .orElse(null);
    }

    private Optional<FindingEntry> findEntry(UUID entry) {
        return entries.find(entry).map(FindingEntry::of);
    }

    /** 409 with each member whose step is not allowed. */
    ProblemException toProblem(StepsNotAllowedException notAllowed) {
        List<Violation> violations = new ArrayList<>();
        notAllowed
                .blockingReasons()
                .forEach((entry, reason) -> violations.add(Violation.at(String.valueOf(pointerTo(entry, "")), reason)));
        return problem(
                ProblemType.CONFLICT, violations, notAllowed.blockingReasons().keySet());
    }

    /** 422 with every violation; those of entries that are no members carry their id instead of a pointer. */
    ProblemException toProblem(PublicationRejectedException rejected) {
        return toProblem(rejected, ProblemType.INVALID_CONTENT);
    }

    /** The same violations as a problem of another type. */
    ProblemException toProblem(PublicationRejectedException rejected, ProblemType type) {
        List<Violation> violations = new ArrayList<>();
        rejected.violations().forEach((entry, found) -> {
            for (Violation violation : found) {
                String pointer = pointerTo(
                        entry, DraftContentParser.toEntryPointer(violation).location());
                String code = violation.reason().code();
                violations.add(
                        pointer == null
                                ? Violation.at("", "of-another-entry", entry, code)
                                : Violation.at(pointer, violation.reason()));
            }
        });
        return problem(type, violations, rejected.violations().keySet());
    }

    /** @param refused the entries that the violations are about */
    ProblemException problem(ProblemType type, List<Violation> violations, Set<UUID> refused) {
        List<FindingEntry> named = new ArrayList<>();
        for (UUID entry : refused) {
            findEntry(entry).ifPresent(named::add);
        }
        return type.with(violations).withMember("entries", named);
    }
}
