package org.putokaz.editorial.set;

import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.schedule.Schedule;
import org.putokaz.editorial.schedule.ScheduleRepository;
import org.putokaz.http.request.IfMatch;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sets the moment at which a publishing set goes out by itself. */
@ApplicationScoped
class PublishingSetScheduleService {

    private final PublishingSetRepository sets;
    private final PlannedStepRepository planned;
    private final EditorialEntryRepository entries;
    private final ScheduleRepository timetable;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    PublishingSetScheduleService(
            PublishingSetRepository sets,
            PlannedStepRepository planned,
            EditorialEntryRepository entries,
            ScheduleRepository timetable,
            AuditTrail audit,
            Clock clock) {
        this.sets = sets;
        this.planned = planned;
        this.entries = entries;
        this.timetable = timetable;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts it on, in place of whatever was on; {@link ScheduleValidator} has been asked before.
     *
     * @throws org.putokaz.problem.ProblemException 409 when it is over, 412
     */
    @Transactional
    void schedule(UUID id, IfMatch seen, Instant at, Actor actor) {
        Optional<Schedule> before = timetable.lockPending(id);
        PublishingSet set = lock(id, seen);
        entries.lockAll(planned.findByOwner(id).stream().map(step -> step.entryId).toList());
        Instant now = now();
        set.schedule(actor, now);
        before.ifPresent(schedule -> end(schedule, now));
        Schedule schedule = Schedule.ofSet(id, at, actor, now);
        timetable.add(schedule);
        planned.recordSeenPositions(id);
        planned.clearNeedsAttention(id);
        audit.record(actor, act("set-scheduled", schedule));
    }

    /** @throws org.putokaz.problem.ProblemException 404 when nothing is on, 412 */
    @Transactional
    void unschedule(UUID id, IfMatch seen, Actor actor) {
        Optional<Schedule> pending = timetable.lockPending(id);
        PublishingSet set = lock(id, seen);
        Schedule schedule = pending.orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-schedule"));
        end(schedule, now());
        set.unschedule(actor, now());
        audit.record(actor, act("set-unscheduled", schedule));
    }

    private PublishingSet lock(UUID id, IfMatch seen) {
        PublishingSet set = sets.lock(id);
        seen.requireMatch(String.valueOf(set.version));
        return set;
    }

    private void end(Schedule schedule, Instant now) {
        schedule.cancel(now);
        timetable.cancelAnnouncement(schedule);
    }

    private static AuditEvent act(String action, Schedule schedule) {
        return AuditEvent.of(
                action,
                Map.of(
                        "set", String.valueOf(schedule.setId),
                        "schedule", schedule.id.toString(),
                        "at", schedule.dueAt.toString()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
