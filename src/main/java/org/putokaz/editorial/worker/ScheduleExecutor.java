package org.putokaz.editorial.worker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.publish.PlannedStepEntity;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.publish.PublicationService;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.StepsNotAllowedException;
import org.putokaz.editorial.schedule.Schedule;
import org.putokaz.editorial.schedule.ScheduleRepository;
import org.putokaz.editorial.set.PublishSetService;
import org.putokaz.editorial.set.PublishingSet;
import org.putokaz.editorial.set.PublishingSetRepository;
import org.putokaz.problem.Message;

/**
 * Execution of one due schedule, in the caller's transaction.
 *
 * <p>Locks, in this order: the schedule, the publishing set, the entries by id, and in {@link PublicationService} the
 * feed row and the end of the audit trail.
 */
@ApplicationScoped
class ScheduleExecutor {

    private final ScheduleRepository schedules;
    private final PublishingSetRepository sets;
    private final PlannedStepRepository plannedSteps;
    private final EditorialEntryRepository entries;
    private final PublicationService entryPublications;
    private final PublishSetService setPublications;
    private final Clock clock;

    @Inject
    ScheduleExecutor(
            ScheduleRepository schedules,
            PublishingSetRepository sets,
            PlannedStepRepository plannedSteps,
            EditorialEntryRepository entries,
            PublicationService entryPublications,
            PublishSetService setPublications,
            Clock clock) {
        this.schedules = schedules;
        this.sets = sets;
        this.plannedSteps = plannedSteps;
        this.entries = entries;
        this.entryPublications = entryPublications;
        this.setPublications = setPublications;
        this.clock = clock;
    }

    /**
     * Executes the schedule.
     *
     * @return how late that was; empty when the schedule has ended or another transaction is executing it
     * @throws StepsNotAllowedException when the state of any entry does not allow its step
     * @throws org.putokaz.live.write.PublicationRejectedException when the proofreader or the store's rules find errors
     */
    @Transactional(TxType.MANDATORY)
    Optional<Duration> execute(UUID id) {
        Optional<Schedule> claimed = schedules.claim(id);
        claimed.ifPresent(this::execute);
        return claimed.map(schedule -> Duration.between(schedule.dueAt, clock.instant()));
    }

    private void execute(Schedule schedule) {
        PublishingSet set = schedule.setId == null ? null : sets.lock(schedule.setId);
        List<PlannedStepEntity> planned = plannedSteps.findByOwner(schedule.stepsOwner());
        entries.lockAll(planned.stream().map(step -> step.entryId).toList());
        requireNotWithdrawnSince(planned);
        schedules.cancelAnnouncement(schedule);
        List<PublicationStep> steps =
                planned.stream().map(PlannedStepEntity::toStep).toList();
        if (set == null) {
            entryPublications.execute(steps, schedule.actor(), schedule.auditDetails());
        } else {
            setPublications.publish(set, steps, schedule.actor(), schedule.auditDetails());
        }
        schedule.complete(clock.instant());
    }

    /** Refuses to publish an entry that was withdrawn after the schedule was set: there was a reason to withdraw it. */
    private void requireNotWithdrawnSince(List<PlannedStepEntity> planned) {
        Map<UUID, Message> withdrawn = new LinkedHashMap<>();
        for (PlannedStepEntity step : planned) {
            EditorialEntry entry = entries.find(step.entryId).orElseThrow();
            if (step.action == PublicationStep.Action.PUBLISH && entry.isWithdrawnSince(step.seenPosition)) {
                withdrawn.put(entry.id, Message.of("withdrawn-meanwhile"));
            }
        }
        if (!withdrawn.isEmpty()) {
            throw new StepsNotAllowedException(withdrawn);
        }
    }
}
