package org.putokaz.editorial.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.StepPreconditions;
import org.putokaz.http.request.IfMatch;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/** Scheduling of the publication or the withdrawal of a single entry. */
@ApplicationScoped
public class EntryScheduleService {

    private final EditorialEntryRepository entries;
    private final ScheduleRepository schedules;
    private final PlannedStepRepository plannedSteps;
    private final StepPreconditions preconditions;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    EntryScheduleService(
            EditorialEntryRepository entries,
            ScheduleRepository schedules,
            PlannedStepRepository plannedSteps,
            StepPreconditions preconditions,
            AuditTrail audit,
            Clock clock) {
        this.entries = entries;
        this.schedules = schedules;
        this.plannedSteps = plannedSteps;
        this.preconditions = preconditions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Schedules a step, in place of the pending schedule of the entry. {@link EntryScheduleValidator} has checked its
     * text before, outside this transaction.
     *
     * @return the version of the entry afterwards
     * @throws org.putokaz.problem.ProblemException 404, 412, or 409 when the state of the entry does not allow the step
     */
    @Transactional
    public long schedule(UUID id, IfMatch ifMatch, PublicationStep step, Instant at, Actor actor) {
        Optional<Schedule> pending = schedules.lockPending(id);
        entries.lockAll(List.of(id));
        EditorialEntry entry = entries.find(id).orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-entry"));
        entry.requireVersion(ifMatch);
        preconditions.requireNoConflict(step);
        Instant now = clock.instant();
        pending.ifPresent(replaced -> schedules.cancel(replaced, now));
        Schedule schedule = Schedule.ofEntry(id, at, actor, now);
        schedules.add(schedule);
        plannedSteps.replace(schedule.id, List.of(step));
        plannedSteps.recordSeenPositions(schedule.id);
        entry.needsAttention = false;
        entry.recordChange(actor, now);
        audit.record(actor, auditEvent("scheduled", entry, schedule, step));
        return entry.version;
    }

    /**
     * Cancels the pending schedule of the entry.
     *
     * @return the version of the entry afterwards
     * @throws org.putokaz.problem.ProblemException 412, or 404 when nothing is scheduled
     */
    @Transactional
    public long unschedule(String family, UUID id, IfMatch ifMatch, Actor actor) {
        Optional<Schedule> pending = schedules.lockPending(id);
        EditorialEntry entry = entries.lock(family, id, ifMatch);
        Schedule schedule = pending.orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-schedule"));
        PublicationStep step = plannedSteps.findSteps(schedule.id).get(0);
        Instant now = clock.instant();
        schedules.cancel(schedule, now);
        entry.recordChange(actor, now);
        audit.record(actor, auditEvent("unscheduled", entry, schedule, step));
        return entry.version;
    }

    private static AuditEvent auditEvent(String action, EditorialEntry entry, Schedule schedule, PublicationStep step) {
        Map<String, String> details = new HashMap<>();
        details.put("schedule", schedule.id.toString());
        details.put("at", schedule.dueAt.toString());
        details.put("action", step.action().wireName());
        if (step.reason() != null) {
            details.put("reason", step.reason().wireName());
        }
        return new AuditEvent(action, entry.family, entry.id, step.revision(), details);
    }
}
