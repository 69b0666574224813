package org.putokaz.editorial;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.putokaz.http.IfMatch;
import org.putokaz.live.Refusal;
import org.putokaz.problem.Problem;

/**
 * What is scheduled must be fit to go out when it is scheduled: somebody who is told so weeks later, at the moment itself,
 * is told too late. It is asked again then. Never called in a transaction, as the gate's rehearsal is one of its own.
 */
@ApplicationScoped
class ScheduleGate {

    private final Entries entries;
    private final PublishingSets sets;
    private final PlannedSteps planned;
    private final Binding binding;
    private final Together together;

    @Inject
    ScheduleGate(Entries entries, PublishingSets sets, PlannedSteps planned, Binding binding, Together together) {
        this.entries = entries;
        this.sets = sets;
        this.planned = planned;
        this.binding = binding;
        this.together = together;
    }

    /**
     * The step that would be taken, bound to a revision.
     *
     * @throws org.putokaz.problem.ProblemException 404, 412, 409 or 422 as publishing it now would be
     */
    Step admit(String family, UUID id, IfMatch seen, StepInput what) {
        Step step = QuarkusTransaction.requiringNew().call(() -> {
            Entry entry = entries.get(family, id);
            seen.demand(String.valueOf(entry.version));
            Step bound = binding.bind(entry, what, "");
            together.obstacles(List.of(bound)).values().forEach(obstacle -> {
                throw Problem.CONFLICT.because(
                        obstacle.code(), obstacle.arguments().toArray());
            });
            return bound;
        });
        try {
            together.rehearse(List.of(step));
        } catch (Refusal refusal) {
            throw Publishing.refused(refusal, id);
        }
        return step;
    }

    /** @throws org.putokaz.problem.ProblemException 404, 412, 409 or 422 as publishing the set now would be */
    void admit(UUID set, IfMatch seen) {
        List<Step> steps = QuarkusTransaction.requiringNew().call(() -> {
            seen.demand(String.valueOf(sets.get(set).version));
            if (sets.get(set).isOver()) {
                throw Problem.CONFLICT.because("set-is-over");
            }
            List<Step> members = PlannedSteps.steps(planned.of(set));
            try {
                together.demandStates(members);
            } catch (NotReady notReady) {
                throw new SetProblems(members).of(notReady);
            }
            return members;
        });
        try {
            together.rehearse(steps);
        } catch (Refusal refusal) {
            throw new SetProblems(steps).of(refusal);
        }
    }
}
