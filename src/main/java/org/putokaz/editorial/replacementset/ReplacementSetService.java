package org.putokaz.editorial.replacementset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.putokaz.editorial.check.EntryReferenceService;
import org.putokaz.editorial.check.ReferenceView;
import org.putokaz.editorial.check.ReplacementValidator;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.replacement.ReplacementDraft;
import org.putokaz.editorial.replacement.ReplacementDraftService;
import org.putokaz.editorial.set.PublishingSetRequest;
import org.putokaz.editorial.set.PublishingSetService;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import org.putokaz.security.Actor;

/**
 * Creation of a publishing set that withdraws an entry and leads the references to it to another: each entry that names it
 * gets a new draft, and the set publishes those that are published already.
 */
@ApplicationScoped
class ReplacementSetService {

    private static final String REPLACEMENT_POINTER = "/replacedBy";

    private final EditorialEntryRepository entries;
    private final ReplacementValidator validator;
    private final ReplacementDraftService drafts;
    private final PublishingSetService sets;
    private final EntryReferenceService references;
    private final TransactionSynchronizationRegistry transaction;

    @Inject
    ReplacementSetService(
            EditorialEntryRepository entries,
            ReplacementValidator validator,
            ReplacementDraftService drafts,
            PublishingSetService sets,
            EntryReferenceService references,
            TransactionSynchronizationRegistry transaction) {
        this.entries = entries;
        this.validator = validator;
        this.drafts = drafts;
        this.sets = sets;
        this.references = references;
        this.transaction = transaction;
    }

    /**
     * Creates the drafts and the set in one transaction.
     *
     * @return the id of the set
     * @throws org.putokaz.problem.ProblemException 422 when an entry is unknown, of another family or named by too many, or the
     *     replacement is dissolved or has ended; 409 when the text of one that names the entry was destroyed
     */
    @Transactional
    UUID create(ReplacementRequest request, Actor actor) {
        EditorialEntry entry = require(request.requiredEntry(), "/entry");
        EditorialEntry replacement = require(request.requiredReplacement(), REPLACEMENT_POINTER);
        requireSuitable(replacement, entry.family);
        List<EditorialEntry> referring = entries.findReferencing(entry.id, PublishingSetRequest.MAX_MEMBERS);
        if (referring.size() >= PublishingSetRequest.MAX_MEMBERS) {
            throw ProblemType.INVALID_CONTENT.with(
                    Violation.at("/entry", "too-many", PublishingSetRequest.MAX_MEMBERS - 1));
        }
        entries.lockAll(Stream.concat(Stream.of(entry), referring.stream())
                .map(other -> other.id)
                .toList());
        List<PublishingSetRequest.Member> members = new ArrayList<>();
        List<ReplacementDraft> made = new ArrayList<>();
        for (EditorialEntry other : referring) {
            made.add(drafts.create(other, entry, replacement.id, actor));
            if (other.published) {
                members.add(member(other.id, PublicationStep.Action.PUBLISH, request));
            }
        }
        members.add(member(entry.id, PublicationStep.Action.WITHDRAW, request));
        UUID set = sets.create(new PublishingSetRequest(request.name(), List.copyOf(members)), actor);
        drafts.record(set, made);
        return set;
    }

    /**
     * Finds what {@link #create} would change, and saves nothing.
     *
     * @return the entries that name the one to be withdrawn, with the places
     * @throws org.putokaz.problem.ProblemException as {@link #create}
     */
    @Transactional
    List<ReferenceView> preview(ReplacementRequest request, Actor actor) {
        List<ReferenceView> found = references.find(request.requiredEntry());
        create(request, actor);
        transaction.setRollbackOnly();
        return found;
    }

    private void requireSuitable(EditorialEntry replacement, String family) {
        if (!family.equals(replacement.family)) {
            throw ProblemType.INVALID_CONTENT.with(
                    Violation.at(REPLACEMENT_POINTER, "id-of-another-family", replacement.family));
        }
        validator.findEnd(replacement).ifPresent(end -> {
            throw ProblemType.INVALID_CONTENT.with(Violation.at(REPLACEMENT_POINTER, end));
        });
    }

    private EditorialEntry require(UUID id, String pointer) {
        return entries.find(id)
                .orElseThrow(() -> ProblemType.INVALID_CONTENT.with(Violation.at(pointer, "no-such-entry")));
    }

    private static PublishingSetRequest.Member member(
            UUID entry, PublicationStep.Action action, ReplacementRequest request) {
        boolean withdrawal = action == PublicationStep.Action.WITHDRAW;
        return new PublishingSetRequest.Member(
                entry,
                action,
                null,
                null,
                null,
                withdrawal ? request.reasonOrReplaced() : null,
                withdrawal ? request.requiredReplacement() : null,
                null);
    }
}
