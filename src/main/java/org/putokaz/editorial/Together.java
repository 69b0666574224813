package org.putokaz.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.putokaz.problem.Message;
import org.putokaz.security.Actor;

/** Carries out several steps or none, and says of each entry what is in its way; by hand and by the clerk alike. */
@ApplicationScoped
class Together {

    private final Entries entries;
    private final Publisher publisher;
    private final Gate gate;

    @Inject
    Together(Entries entries, Publisher publisher, Gate gate) {
        this.entries = entries;
        this.publisher = publisher;
        this.gate = gate;
    }

    /**
     * Does all of it, in the caller's transaction.
     *
     * @param why what the trail says of it with each entry
     * @throws NotReady when the state of any entry does not allow it
     * @throws org.putokaz.live.Refusal when the proofreader or the store's rules do not
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void carryOut(List<Step> steps, Actor actor, Map<String, String> why) {
        entries.lockAll(steps.stream().map(Step::entry).toList());
        demandStates(steps);
        gate.demand(steps);
        publisher.carryOut(steps, actor, why);
    }

    /** What of these could not be done now for the state that its entry is in, whatever the gate would say. */
    Map<UUID, Message> obstacles(List<Step> steps) {
        Map<UUID, Message> found = new LinkedHashMap<>();
        for (Step step : steps) {
            publisher.obstacle(step).ifPresent(obstacle -> found.put(step.entry(), obstacle));
        }
        return found;
    }

    /** @throws NotReady when the state of any entry does not allow its step */
    void demandStates(List<Step> steps) {
        Map<UUID, Message> obstacles = obstacles(steps);
        if (!obstacles.isEmpty()) {
            throw new NotReady(obstacles);
        }
    }

    /**
     * Asks for everything that carrying it out would ask for, but for the states, and does nothing. Must not be called in
     * a transaction.
     *
     * @throws org.putokaz.live.Refusal with everything that the proofreader or the store has against it
     */
    void rehearse(List<Step> steps) {
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().run(() -> gate.demand(steps));
        var refused = publisher.rehearse(steps);
        if (!refused.isEmpty()) {
            throw new org.putokaz.live.Refusal(refused);
        }
    }
}
