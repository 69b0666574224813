package org.putokaz.editorial.schedule;

import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.publish.PublicationService;
import org.putokaz.editorial.publish.PublicationStep;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sets the moment at which a single entry is published or withdrawn by itself. */
@ApplicationScoped
public class EntryScheduleService {

    private final EditorialEntryRepository entries;
    private final ScheduleRepository timetable;
    private final PlannedStepRepository planned;
    private final PublicationService publisher;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    EntryScheduleService(
            EditorialEntryRepository entries,
            ScheduleRepository timetable,
            PlannedStepRepository planned,
            PublicationService publisher,
            AuditTrail audit,
            Clock clock) {
        this.entries = entries;
        this.timetable = timetable;
        this.planned = planned;
        this.publisher = publisher;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Schedules the step, in place of the pending schedule of the entry if there is one. The dry run of the step needs a
     * transaction of its own, so the caller has it done before.
     *
     * @throws org.putokaz.problem.ProblemException 409 when the state of the entry does not allow it, 412, 422
     */
    @Transactional
    public long schedule(UUID id, IfMatch seen, PublicationStep step, Instant at, Actor actor) {
        var before = timetable.lockPending(id);
        entries.lockAll(List.of(id));
        EditorialEntry entry = entries.find(id).orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-entry"));
        seen.requireMatch(String.valueOf(entry.version));
        publisher.obstacle(step).ifPresent(obstacle -> {
            throw ProblemType.CONFLICT.because(
                    obstacle.code(), obstacle.arguments().toArray());
        });
        Instant now = now();
        before.ifPresent(schedule -> end(schedule, now));
        Schedule schedule = Schedule.ofEntry(id, at, actor, now);
        timetable.add(schedule);
        planned.replace(schedule.id, List.of(step));
        planned.recordSeenPositions(schedule.id);
        entry.needsAttention = false;
        entry.recordChange(actor, now);
        audit.record(actor, act("scheduled", entry, schedule, step));
        return entry.version;
    }

    /** @throws org.putokaz.problem.ProblemException 404 when nothing is on, 412 */
    @Transactional
    public long unschedule(String family, UUID id, IfMatch seen, Actor actor) {
        var pending = timetable.lockPending(id);
        EditorialEntry entry = entries.lock(family, id);
        seen.requireMatch(String.valueOf(entry.version));
        Schedule schedule = pending.orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-schedule"));
        PublicationStep step = planned.findByOwner(schedule.id).get(0).toStep();
        end(schedule, now());
        entry.recordChange(actor, now());
        audit.record(actor, act("unscheduled", entry, schedule, step));
        return entry.version;
    }

    private void end(Schedule schedule, Instant now) {
        schedule.cancel(now);
        timetable.cancelAnnouncement(schedule);
    }

    private static AuditEvent act(String action, EditorialEntry entry, Schedule schedule, PublicationStep step) {
        Map<String, String> details = new HashMap<>();
        details.put("schedule", schedule.id.toString());
        details.put("at", schedule.dueAt.toString());
        details.put("action", step.action().wireName());
        if (step.reason() != null) {
            details.put("reason", step.reason().wireName());
        }
        return new AuditEvent(action, entry.family, entry.id, step.revision(), details);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
