package org.putokaz.editorial.worker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.publish.PlannedStepEntity;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.schedule.Schedule;
import org.putokaz.editorial.schedule.ScheduleFailure;
import org.putokaz.editorial.schedule.ScheduleRepository;
import org.putokaz.editorial.set.PublishingSetRepository;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/** Record of a schedule that could not be executed: it ends as failed, and its entries need attention. */
@ApplicationScoped
class ScheduleFailureRecorder {

    private final ScheduleRepository schedules;
    private final PublishingSetRepository sets;
    private final PlannedStepRepository plannedSteps;
    private final EditorialEntryRepository entries;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    ScheduleFailureRecorder(
            ScheduleRepository schedules,
            PublishingSetRepository sets,
            PlannedStepRepository plannedSteps,
            EditorialEntryRepository entries,
            AuditTrail audit,
            Clock clock) {
        this.schedules = schedules;
        this.sets = sets;
        this.plannedSteps = plannedSteps;
        this.entries = entries;
        this.audit = audit;
        this.clock = clock;
    }

    /** Records the failure, in the caller's transaction, unless the schedule has ended. It is not executed again. */
    @Transactional(TxType.MANDATORY)
    void record(UUID id, ScheduleFailure failure) {
        schedules.lock(id).ifPresent(schedule -> record(schedule, failure));
    }

    private void record(Schedule schedule, ScheduleFailure failure) {
        Instant now = clock.instant();
        if (schedule.setId != null) {
            sets.lock(schedule.setId).markFailed(schedule.actor(), now);
        }
        List<PlannedStepEntity> planned = plannedSteps.findByOwner(schedule.stepsOwner());
        entries.lockAll(planned.stream().map(step -> step.entryId).toList());
        plannedSteps.markNeedsAttention(schedule.stepsOwner());
        schedules.cancelAnnouncement(schedule);
        schedule.fail(failure, now);
        Map<String, String> details = new HashMap<>(schedule.auditDetails());
        details.put("failure", failure.code());
        audit.record(schedule.actor(), auditEvent(schedule, planned, details));
    }

    private AuditEvent auditEvent(Schedule schedule, List<PlannedStepEntity> planned, Map<String, String> details) {
        if (schedule.setId != null) {
            return AuditEvent.of("set-failed", details);
        }
        PlannedStepEntity step = planned.get(0);
        EditorialEntry entry = entries.find(step.entryId).orElseThrow();
        return new AuditEvent("schedule-failed", entry.family, entry.id, step.revision, details);
    }
}
