package org.putokaz.editorial.set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.schedule.Schedule;
import org.putokaz.editorial.schedule.ScheduleRepository;
import org.putokaz.http.request.IfMatch;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/** Scheduling of the publication of a publishing set. */
@ApplicationScoped
class PublishingSetScheduleService {

    private final PublishingSetRepository sets;
    private final PlannedStepRepository plannedSteps;
    private final EditorialEntryRepository entries;
    private final ScheduleRepository schedules;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    PublishingSetScheduleService(
            PublishingSetRepository sets,
            PlannedStepRepository plannedSteps,
            EditorialEntryRepository entries,
            ScheduleRepository schedules,
            AuditTrail audit,
            Clock clock) {
        this.sets = sets;
        this.plannedSteps = plannedSteps;
        this.entries = entries;
        this.schedules = schedules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Schedules a set, in place of its pending schedule. {@link PublishingSetScheduleValidator} has checked its members
     * before, outside this transaction.
     *
     * @throws org.putokaz.problem.ProblemException 404, 412, 409 when the set has ended
     */
    @Transactional
    void schedule(UUID id, IfMatch ifMatch, Instant at, Actor actor) {
        Optional<Schedule> pending = schedules.lockPending(id);
        PublishingSet set = sets.lock(id, ifMatch);
        entries.lockAll(
                plannedSteps.findByOwner(id).stream().map(step -> step.entryId).toList());
        Instant now = clock.instant();
        set.schedule(actor, now);
        pending.ifPresent(replaced -> schedules.cancel(replaced, now));
        Schedule schedule = Schedule.ofSet(id, at, actor, now);
        schedules.add(schedule);
        plannedSteps.recordSeenPositions(id);
        plannedSteps.clearNeedsAttention(id);
        audit.record(actor, auditEvent("set-scheduled", schedule));
    }

    /**
     * Cancels the pending schedule of a set.
     *
     * @throws org.putokaz.problem.ProblemException 412, 404 when there is no such set or nothing is scheduled
     */
    @Transactional
    void unschedule(UUID id, IfMatch ifMatch, Actor actor) {
        Optional<Schedule> pending = schedules.lockPending(id);
        PublishingSet set = sets.lock(id, ifMatch);
        Schedule schedule = pending.orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-schedule"));
        Instant now = clock.instant();
        schedules.cancel(schedule, now);
        set.unschedule(actor, now);
        audit.record(actor, auditEvent("set-unscheduled", schedule));
    }

    private static AuditEvent auditEvent(String action, Schedule schedule) {
        return AuditEvent.of(
                action,
                Map.of(
                        "set", String.valueOf(schedule.setId),
                        "schedule", schedule.id.toString(),
                        "at", schedule.dueAt.toString()));
    }
}
