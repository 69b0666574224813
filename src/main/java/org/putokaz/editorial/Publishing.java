package org.putokaz.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.putokaz.http.IfMatch;
import org.putokaz.live.Refusal;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.problem.Problem;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.Violation;
import org.putokaz.security.Actor;

/** Publishes and withdraws single entries for whoever asks over HTTP. */
@ApplicationScoped
class Publishing {

    private final Entries entries;
    private final Publisher publisher;
    private final Gate gate;

    @Inject
    Publishing(Entries entries, Publisher publisher, Gate gate) {
        this.entries = entries;
        this.publisher = publisher;
        this.gate = gate;
    }

    /**
     * @return the version of the entry after it
     * @throws ProblemException 409 or 422; nothing is changed then
     */
    @Transactional
    long one(String family, Step step, IfMatch seen, Actor actor) {
        Entry entry = entries.lock(family, step.entry());
        seen.demand(String.valueOf(entry.version));
        if (step.reason() == WithdrawalReason.SAFETY && !entry.shown) {
            publisher.takeOutUnseen(entry, actor);
            return entry.version;
        }
        try {
            gate.demand(List.of(step));
            publisher.carryOut(List.of(step), actor);
            return entry.version;
        } catch (Refusal refusal) {
            throw refused(refusal, step.entry());
        }
    }

    /** Everything the store has against it; what it says of other entries carries their id. */
    static ProblemException refused(Refusal refusal, UUID entry) {
        Map<UUID, List<Violation>> found = refusal.violations();
        List<Violation> violations = new java.util.ArrayList<>();
        found.forEach((id, some) -> some.stream()
                .map(violation -> id.equals(entry)
                        ? DraftContent.inContent(violation)
                        : Violation.at(
                                "", "of-another-entry", id, violation.reason().code()))
                .forEach(violations::add));
        return Problem.INVALID_CONTENT.with(violations);
    }
}
