package org.putokaz.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.putokaz.http.Ids;
import org.putokaz.http.IfMatch;
import org.putokaz.live.Refusal;
import org.putokaz.problem.Problem;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.Violation;
import org.putokaz.security.Act;
import org.putokaz.security.Actor;
import org.putokaz.security.AuditTrail;

/** Where publishing sets are put together, and published. */
@ApplicationScoped
class SetDesk {

    private final PublishingSets sets;
    private final PlannedSteps planned;
    private final Entries entries;
    private final Binding binding;
    private final Together together;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    SetDesk(
            PublishingSets sets,
            PlannedSteps planned,
            Entries entries,
            Binding binding,
            Together together,
            AuditTrail audit,
            Clock clock) {
        this.sets = sets;
        this.planned = planned;
        this.entries = entries;
        this.binding = binding;
        this.together = together;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws ProblemException 422 when a member cannot be one */
    @Transactional
    UUID create(SetInput input, Actor actor) {
        Instant now = now();
        PublishingSet set = PublishingSet.of(Ids.fresh(now), input.title(), actor, now);
        List<Step> steps = bind(input);
        sets.add(set);
        planned.replace(set.id, steps);
        audit("set-created", set, steps.size(), actor);
        return set.id;
    }

    /** @throws ProblemException 409 when it is scheduled or over, 422 when a member cannot be one */
    @Transactional
    void replace(UUID id, IfMatch seen, SetInput input, Actor actor) {
        PublishingSet set = lock(id, seen);
        set.changed(input.title(), actor, now());
        List<Step> steps = bind(input);
        planned.replace(id, steps);
        audit("set-changed", set, steps.size(), actor);
    }

    /** It stays to be seen, and never goes out. */
    @Transactional
    void cancel(UUID id, IfMatch seen, Actor actor) {
        PublishingSet set = lock(id, seen);
        set.cancelled(actor, now());
        entries.lockAll(planned.of(id).stream().map(step -> step.entryId).toList());
        planned.forgetTrouble(id);
        audit("set-cancelled", set, planned.of(id).size(), actor);
    }

    /** @throws ProblemException 409 or 422 with each member that keeps it from being published; nothing is changed then */
    @Transactional
    void publish(UUID id, IfMatch seen, Actor actor) {
        PublishingSet set = lock(id, seen);
        set.demandOpen();
        List<Step> steps = PlannedSteps.steps(planned.of(id));
        try {
            publish(set, steps, actor, Map.of("set", id.toString()));
        } catch (NotReady notReady) {
            throw new SetProblems(steps).of(notReady);
        } catch (Refusal refusal) {
            throw new SetProblems(steps).of(refusal);
        }
    }

    /** The same for whoever holds the set and knows that its time has come. */
    void publish(PublishingSet set, List<Step> steps, Actor actor, Map<String, String> why) {
        together.carryOut(steps, actor, why);
        set.published(actor, now());
        audit("set-published", set, steps.size(), actor);
    }

    private PublishingSet lock(UUID id, IfMatch seen) {
        PublishingSet set = sets.lock(id);
        seen.demand(String.valueOf(set.version));
        return set;
    }

    /**
     * Binds each member to the revision that it is now, or is said to be. Holds the entries, so that none is withdrawn for
     * safety while something is being said of it here.
     */
    private List<Step> bind(SetInput input) {
        List<SetInput.Member> members = input.present();
        entries.lockAll(members.stream()
                .map(member -> Objects.requireNonNull(member.entry()))
                .toList());
        List<Step> steps = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int place = 0; place < members.size(); place++) {
            try {
                steps.add(bind(members.get(place), SetInput.pointer(place)));
            } catch (ProblemException refused) {
                violations.addAll(refused.violations());
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.INVALID_CONTENT.with(violations);
        }
        return steps;
    }

    private Step bind(SetInput.Member member, String pointer) {
        Entry entry = entries.find(Objects.requireNonNull(member.entry()))
                .orElseThrow(() -> Problem.INVALID_CONTENT.with(Violation.at(pointer + "/entry", "no-such-entry")));
        return binding.bind(entry, member.what(), pointer);
    }

    private void audit(String action, PublishingSet set, int members, Actor actor) {
        audit.record(actor, Act.of(action, Map.of("set", set.id.toString(), "members", String.valueOf(members))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
