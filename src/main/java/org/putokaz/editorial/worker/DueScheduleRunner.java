package org.putokaz.editorial.worker;

import org.putokaz.editorial.schedule.ScheduleFailure;
import org.putokaz.editorial.schedule.ScheduleMetrics;
import org.putokaz.editorial.schedule.ScheduleRepository;
import org.putokaz.http.problem.DatabaseUnavailable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Does what is due. Several may do so at once, on one node or on many: each schedule is claimed in the database and
 * carried out in one transaction, so it happens once or not at all, and a clerk that dies leaves it to the next.
 */
@ApplicationScoped
class DueScheduleRunner {

    private static final Logger LOG = Logger.getLogger(DueScheduleRunner.class);
    private static final Duration LATE = Duration.ofSeconds(5);
    private static final int BATCH = 50;

    private final ScheduleRepository timetable;
    private final ScheduleExecutor execution;
    private final ScheduleMetrics lateness;
    private final Clock clock;

    @Inject
    DueScheduleRunner(ScheduleRepository timetable, ScheduleExecutor execution, ScheduleMetrics lateness, Clock clock) {
        this.timetable = timetable;
        this.execution = execution;
        this.lateness = lateness;
        this.clock = clock;
    }

    /**
     * Does everything that is due by now and that nobody else has in hand.
     *
     * @throws RuntimeException when the database cannot be reached; what is left stays due
     */
    void runDue() {
        lateness.markOverdueUnknown();
        Set<UUID> seen = new HashSet<>();
        List<UUID> due = findDue(seen);
        while (!due.isEmpty()) {
            due.forEach(this::runOne);
            seen.addAll(due);
            due = findDue(seen);
        }
        lateness.recordOverdue(seen.isEmpty() ? 0 : countDue());
    }

    private long countDue() {
        return QuarkusTransaction.requiringNew().call(() -> timetable.countDue(clock.instant()));
    }

    private List<UUID> findDue(Set<UUID> but) {
        return QuarkusTransaction.requiringNew().call(() -> timetable.findDue(clock.instant(), but, BATCH));
    }

    /** Whatever comes of one, the others have their turn. */
    private void runOne(UUID id) {
        try {
            QuarkusTransaction.requiringNew().call(() -> execution.execute(id)).ifPresent(this::measure);
        } catch (RuntimeException thrown) {
            if (DatabaseUnavailable.isCauseOf(thrown)) {
                // Not its fault: it stays due, and is tried again in a moment.
                LOG.warnf("A schedule has to wait: %s", thrown.getClass().getSimpleName());
            } else {
                markFailed(id, thrown);
            }
        }
    }

    private void markFailed(UUID id, RuntimeException thrown) {
        ScheduleFailure why = ScheduleFailure.of(thrown);
        if (why.code().equals(ScheduleFailure.UNEXPECTED)) {
            LOG.errorf(thrown, "Schedule %s could not be carried out", id);
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> execution.markFailed(id, why));
        } catch (RuntimeException again) {
            LOG.errorf(again, "Schedule %s could not be given up either; it stays due", id);
        }
    }

    private void measure(Duration late) {
        lateness.recordLateness(late);
        if (late.compareTo(LATE) > 0) {
            LOG.warnf("A schedule was carried out %d ms late", late.toMillis());
        }
    }
}
