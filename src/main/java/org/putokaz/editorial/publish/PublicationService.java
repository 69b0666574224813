package org.putokaz.editorial.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.putokaz.live.write.LiveStore;
import org.putokaz.security.Actor;

/**
 * Execution of publication steps: all of them or none, in the caller's transaction, with their audit events.
 *
 * <p>Locks: the caller has locked the entries ({@link org.putokaz.editorial.entry.EditorialEntryRepository#lockAll}),
 * and before them the schedule and the publishing set where there are any. The feed row and then the end of the audit
 * trail are locked here (decision 16). Every entry occurs in one step at most.
 */
@ApplicationScoped
public class PublicationService {

    private final StepPreconditions preconditions;
    private final PublicationGate gate;
    private final StoreChangeFactory changeFactory;
    private final LiveStore store;
    private final PublicationRecorder recorder;

    @Inject
    PublicationService(
            StepPreconditions preconditions,
            PublicationGate gate,
            StoreChangeFactory changeFactory,
            LiveStore store,
            PublicationRecorder recorder) {
        this.preconditions = preconditions;
        this.gate = gate;
        this.changeFactory = changeFactory;
        this.store = store;
        this.recorder = recorder;
    }

    /**
     * Executes the steps of a schedule or a publishing set.
     *
     * @param auditDetails what each audit event says beside the step itself: the set and the schedule
     * @throws StepsNotAllowedException when the state of any entry does not allow its step
     * @throws org.putokaz.live.write.PublicationRejectedException when the proofreader or the store's rules find errors
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void execute(List<PublicationStep> steps, Actor actor, Map<String, String> auditDetails) {
        preconditions.requireAllAllowed(steps);
        gate.requireNoErrors(steps);
        applyAndRecord(steps, actor, auditDetails);
    }

    /**
     * Executes a step that stands alone: what is wrong with the text is reported before what is wrong with the state.
     *
     * @throws org.putokaz.problem.ProblemException 409 when the state of the entry does not allow the step, 404 when
     *     there is no such revision, 422 when it confirms a translation that is not there
     * @throws org.putokaz.live.write.PublicationRejectedException when the proofreader or the store's rules find errors
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void executeSingle(PublicationStep step, Actor actor) {
        gate.requireNoErrors(List.of(step));
        preconditions.requireAllowed(step);
        preconditions.requireConfirmable(step, "");
        applyAndRecord(List.of(step), actor, Map.of());
    }

    private void applyAndRecord(List<PublicationStep> steps, Actor actor, Map<String, String> auditDetails) {
        recorder.record(steps, store.apply(changeFactory.create(steps)), actor, auditDetails);
    }
}
