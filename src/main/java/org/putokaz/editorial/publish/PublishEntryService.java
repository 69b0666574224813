package org.putokaz.editorial.publish;

import org.putokaz.editorial.draft.DraftContentParser;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.http.request.IfMatch;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import org.putokaz.security.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Publishes and withdraws single entries for whoever asks over HTTP. */
@ApplicationScoped
public class PublishEntryService {

    private final EditorialEntryRepository entries;
    private final PublicationService publisher;
    private final PublicationGate gate;

    @Inject
    PublishEntryService(EditorialEntryRepository entries, PublicationService publisher, PublicationGate gate) {
        this.entries = entries;
        this.publisher = publisher;
        this.gate = gate;
    }

    /**
     * @return the version of the entry after it
     * @throws ProblemException 409 or 422; nothing is changed then
     */
    @Transactional
    public long execute(String family, PublicationStep step, IfMatch seen, Actor actor) {
        EditorialEntry entry = entries.lock(family, step.entry());
        seen.requireMatch(String.valueOf(entry.version));
        if (step.reason() == WithdrawalReason.SAFETY && !entry.published) {
            publisher.takeOutUnseen(entry, actor);
            return entry.version;
        }
        try {
            gate.requireNoErrors(List.of(step));
            publisher.carryOut(List.of(step), actor);
            return entry.version;
        } catch (PublicationRejectedException refusal) {
            throw toProblem(refusal, step.entry());
        }
    }

    /** Everything the store has against it; what it says of other entries carries their id. */
    public static ProblemException toProblem(PublicationRejectedException refusal, UUID entry) {
        Map<UUID, List<Violation>> found = refusal.violations();
        List<Violation> violations = new java.util.ArrayList<>();
        found.forEach((id, some) -> some.stream()
                .map(violation -> id.equals(entry)
                        ? DraftContentParser.toEntryPointer(violation)
                        : Violation.at(
                                "", "of-another-entry", id, violation.reason().code()))
                .forEach(violations::add));
        return ProblemType.INVALID_CONTENT.with(violations);
    }
}
