package org.putokaz.editorial.worker;

import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.publish.PlannedStepEntity;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.StepBatchPublisher;
import org.putokaz.editorial.publish.StepsNotAllowedException;
import org.putokaz.editorial.schedule.Schedule;
import org.putokaz.editorial.schedule.ScheduleFailure;
import org.putokaz.editorial.schedule.ScheduleRepository;
import org.putokaz.editorial.set.PublishingSet;
import org.putokaz.editorial.set.PublishingSetRepository;
import org.putokaz.editorial.set.PublishingSetService;
import org.putokaz.problem.Message;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Carries out one schedule, or writes down why it could not be; each in the caller's transaction, which ends with it. */
@ApplicationScoped
class ScheduleExecutor {

    private final ScheduleRepository timetable;
    private final PublishingSetRepository sets;
    private final PlannedStepRepository planned;
    private final EditorialEntryRepository entries;
    private final StepBatchPublisher together;
    private final PublishingSetService desk;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    ScheduleExecutor(
            ScheduleRepository timetable,
            PublishingSetRepository sets,
            PlannedStepRepository planned,
            EditorialEntryRepository entries,
            StepBatchPublisher together,
            PublishingSetService desk,
            AuditTrail audit,
            Clock clock) {
        this.timetable = timetable;
        this.sets = sets;
        this.planned = planned;
        this.entries = entries;
        this.together = together;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Does it now, unless somebody else has it in hand or it is over.
     *
     * @return how late it was; empty when it was not ours to do
     * @throws StepsNotAllowedException or {@link org.putokaz.live.write.PublicationRejectedException} as the same by hand would
     */
    @Transactional(TxType.MANDATORY)
    Optional<Duration> execute(UUID id) {
        Optional<Schedule> claimed = timetable.claim(id);
        claimed.ifPresent(this::execute);
        return claimed.map(schedule -> Duration.between(schedule.dueAt, now()));
    }

    private void execute(Schedule schedule) {
        PublishingSet set = schedule.setId == null ? null : sets.lock(schedule.setId);
        List<PlannedStepEntity> plan = planned.findByOwner(schedule.stepsOwner());
        refuseWithdrawnMeanwhile(plan);
        timetable.cancelAnnouncement(schedule);
        Map<String, String> why = why(schedule);
        List<PublicationStep> steps = PlannedStepRepository.toSteps(plan);
        if (set == null) {
            together.carryOut(steps, schedule.actor(), why);
        } else {
            desk.publish(set, steps, schedule.actor(), why);
        }
        schedule.complete(now());
    }

    /** Somebody took it away since: it does not come back by itself. */
    private void refuseWithdrawnMeanwhile(List<PlannedStepEntity> plan) {
        entries.lockAll(plan.stream().map(step -> step.entryId).toList());
        Map<UUID, Message> withdrawn = new LinkedHashMap<>();
        for (PlannedStepEntity step : plan) {
            EditorialEntry entry = entries.find(step.entryId).orElseThrow();
            if (step.action == PublicationStep.Action.PUBLISH && entry.isWithdrawnSince(step.seenPosition)) {
                withdrawn.put(entry.id, Message.of("withdrawn-meanwhile"));
            }
        }
        if (!withdrawn.isEmpty()) {
            throw new StepsNotAllowedException(withdrawn);
        }
    }

    /** Writes down that it was not done, and that somebody should look; it is not tried again. */
    @Transactional(TxType.MANDATORY)
    void markFailed(UUID id, ScheduleFailure why) {
        timetable.lock(id).ifPresent(schedule -> markFailed(schedule, why));
    }

    private void markFailed(Schedule schedule, ScheduleFailure why) {
        Instant now = now();
        if (schedule.setId != null) {
            sets.lock(schedule.setId).markFailed(schedule.actor(), now);
        }
        List<PlannedStepEntity> plan = planned.findByOwner(schedule.stepsOwner());
        entries.lockAll(plan.stream().map(step -> step.entryId).toList());
        planned.markNeedsAttention(schedule.stepsOwner());
        timetable.cancelAnnouncement(schedule);
        schedule.fail(why, now);
        Map<String, String> details = new HashMap<>(why(schedule));
        details.put("failure", why.code());
        audit.record(schedule.actor(), failed(schedule, plan, details));
    }

    private AuditEvent failed(Schedule schedule, List<PlannedStepEntity> plan, Map<String, String> details) {
        if (schedule.setId != null) {
            return AuditEvent.of("set-failed", details);
        }
        EditorialEntry entry = entries.find(plan.get(0).entryId).orElseThrow();
        return new AuditEvent("schedule-failed", entry.family, entry.id, plan.get(0).revision, details);
    }

    private static Map<String, String> why(Schedule schedule) {
        String id = schedule.id.toString();
        return schedule.setId == null
                ? Map.of("schedule", id)
                : Map.of("schedule", id, "set", schedule.setId.toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
