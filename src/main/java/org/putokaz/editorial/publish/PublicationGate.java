package org.putokaz.editorial.publish;

import org.putokaz.editorial.draft.DraftContentParser;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.locale.Language;
import org.putokaz.problem.Violation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a draft and the public. Its report says exactly what publishing would say, because it asks the
 * same: the store, by a rehearsal, and the proofreader.
 */
@ApplicationScoped
public class PublicationGate {

    private final PublicationService publisher;
    private final DraftProofreader proofreader;
    private final MessageCatalogue messages;

    @Inject
    PublicationGate(PublicationService publisher, DraftProofreader proofreader, MessageCatalogue messages) {
        this.publisher = publisher;
        this.proofreader = proofreader;
        this.messages = messages;
    }

    /** The report on one entry; must not be called in a transaction, as it needs one of its own. */
    public PublishabilityReport report(UUID entry, PublicationStep step, Language language) {
        return report(List.of(step), language, (id, pointer) -> entry.equals(id) ? pointer : null);
    }

    /**
     * The report on several that go out together.
     *
     * @param place where a pointer into that entry stands in the answer; null when the entry is none of these
     */
    public PublishabilityReport report(
            List<PublicationStep> steps, Language language, BiFunction<UUID, String, @Nullable String> place) {
        List<FindingView> errors = new ArrayList<>();
        publisher.rehearse(steps).forEach((id, violations) -> {
            for (Violation violation : violations) {
                Violation inContent = DraftContentParser.toEntryPointer(violation);
                String pointer = place.apply(id, inContent.location());
                errors.add(view(inContent, pointer, pointer == null ? id : null, language));
            }
        });
        return report(steps, errors, language, place);
    }

    /**
     * The report on one entry that has just been published as it is now. The store has said already that there is nothing
     * against it: to ask again would take two transactions, and the lock that the next who publishes waits for.
     */
    public PublishabilityReport reportWithoutDryRun(UUID entry, PublicationStep step, Language language) {
        return report(List.of(step), List.of(), language, (id, pointer) -> entry.equals(id) ? pointer : null);
    }

    private PublishabilityReport report(
            List<PublicationStep> steps,
            List<FindingView> ofTheStore,
            Language language,
            BiFunction<UUID, String, @Nullable String> place) {
        List<FindingView> errors = new ArrayList<>(ofTheStore);
        List<FindingView> warnings = new ArrayList<>();
        for (PublicationStep step : steps) {
            List<DraftProofreader.LocatedFinding> notes =
                    QuarkusTransaction.requiringNew().call(() -> proofreader.proofread(step));
            for (DraftProofreader.LocatedFinding note : notes) {
                String pointer = String.valueOf(place.apply(step.entry(), note.pointer()));
                (note.isError() ? errors : warnings).add(view(note, pointer, language));
            }
        }
        return PublishabilityReport.of(errors, warnings);
    }

    /** @throws PublicationRejectedException when the proofreader finds what blocks publishing */
    void requireNoErrors(List<PublicationStep> steps) {
        Map<UUID, List<Violation>> found = new java.util.TreeMap<>();
        Set<UUID> seen = new HashSet<>();
        for (PublicationStep step : steps) {
            List<Violation> errors = proofreader.proofread(step).stream()
                    .filter(DraftProofreader.LocatedFinding::isError)
                    .map(DraftProofreader.LocatedFinding::violation)
                    .toList();
            if (!errors.isEmpty() && seen.add(step.entry())) {
                found.put(step.entry(), errors);
            }
        }
        if (!found.isEmpty()) {
            throw new PublicationRejectedException(found);
        }
    }

    private FindingView view(Violation violation, @Nullable String pointer, @Nullable UUID other, Language language) {
        return new FindingView(
                pointer == null ? "" : pointer,
                violation.reason().code(),
                messages.text(violation.reason(), language),
                other,
                null,
                null,
                null,
                null,
                null);
    }

    private FindingView view(DraftProofreader.LocatedFinding note, String pointer, Language language) {
        return new FindingView(
                pointer,
                note.finding().message().code(),
                messages.text(note.finding().message(), language),
                null,
                note.finding().rule(),
                note.finding().offset(),
                note.finding().length(),
                note.finding().found(),
                note.finding().suggestions());
    }
}
