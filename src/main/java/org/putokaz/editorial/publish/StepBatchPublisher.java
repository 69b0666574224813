package org.putokaz.editorial.publish;

import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.problem.Message;
import org.putokaz.security.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Carries out several steps or none, and says of each entry what is in its way; by hand and by the clerk alike. */
@ApplicationScoped
public class StepBatchPublisher {

    private final EditorialEntryRepository entries;
    private final PublicationService publisher;
    private final PublicationGate gate;

    @Inject
    StepBatchPublisher(EditorialEntryRepository entries, PublicationService publisher, PublicationGate gate) {
        this.entries = entries;
        this.publisher = publisher;
        this.gate = gate;
    }

    /**
     * Does all of it, in the caller's transaction.
     *
     * @param why what the trail says of it with each entry
     * @throws StepsNotAllowedException when the state of any entry does not allow it
     * @throws org.putokaz.live.write.PublicationRejectedException when the proofreader or the store's rules do not
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void carryOut(List<PublicationStep> steps, Actor actor, Map<String, String> why) {
        entries.lockAll(steps.stream().map(PublicationStep::entry).toList());
        demandStates(steps);
        gate.requireNoErrors(steps);
        publisher.carryOut(steps, actor, why);
    }

    /** What of these could not be done now for the state that its entry is in, whatever the gate would say. */
    public Map<UUID, Message> obstacles(List<PublicationStep> steps) {
        Map<UUID, Message> found = new LinkedHashMap<>();
        for (PublicationStep step : steps) {
            publisher.obstacle(step).ifPresent(obstacle -> found.put(step.entry(), obstacle));
        }
        return found;
    }

    /** @throws StepsNotAllowedException when the state of any entry does not allow its step */
    public void demandStates(List<PublicationStep> steps) {
        Map<UUID, Message> obstacles = obstacles(steps);
        if (!obstacles.isEmpty()) {
            throw new StepsNotAllowedException(obstacles);
        }
    }

    /**
     * Asks for everything that carrying it out would ask for, but for the states, and does nothing. Must not be called in
     * a transaction.
     *
     * @throws org.putokaz.live.write.PublicationRejectedException with everything that the proofreader or the store has against it
     */
    public void rehearse(List<PublicationStep> steps) {
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().run(() -> gate.requireNoErrors(steps));
        var refused = publisher.rehearse(steps);
        if (!refused.isEmpty()) {
            throw new org.putokaz.live.write.PublicationRejectedException(refused);
        }
    }
}
