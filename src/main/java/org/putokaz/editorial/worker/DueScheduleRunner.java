package org.putokaz.editorial.worker;

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
import org.putokaz.editorial.schedule.ScheduleFailure;
import org.putokaz.editorial.schedule.ScheduleMetrics;
import org.putokaz.editorial.schedule.ScheduleRepository;
import org.putokaz.http.problem.DatabaseUnavailable;

/**
 * Run over all due schedules.
 *
 * <h2>Concurrency</h2>
 *
 * <p>Any number of runs may overlap, on one node or on several. Each schedule is claimed with a row lock that others
 * skip and executed in the same transaction, so it happens once or not at all, and a node that dies leaves it to
 * another.
 *
 * <h2>Failure</h2>
 *
 * <p>A schedule that cannot be executed ends as failed, in a transaction of its own, and the run goes on with the next
 * one. While the database is away, or after a deadlock, a schedule stays due.
 */
@ApplicationScoped
class DueScheduleRunner {

    private static final Logger LOG = Logger.getLogger(DueScheduleRunner.class);

    /** A warning is logged for a schedule that is executed later than this. */
    private static final Duration LATENESS_LIMIT = Duration.ofSeconds(5);

    private static final int BATCH_SIZE = 50;

    private final ScheduleRepository schedules;
    private final ScheduleExecutor executor;
    private final ScheduleFailureRecorder failures;
    private final ScheduleMetrics metrics;
    private final Clock clock;

    @Inject
    DueScheduleRunner(
            ScheduleRepository schedules,
            ScheduleExecutor executor,
            ScheduleFailureRecorder failures,
            ScheduleMetrics metrics,
            Clock clock) {
        this.schedules = schedules;
        this.executor = executor;
        this.failures = failures;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Executes every schedule that is due and not being executed by another run.
     *
     * @throws RuntimeException when the database cannot be reached; what is left stays due
     */
    void runDue() {
        metrics.markOverdueUnknown();
        Set<UUID> seen = new HashSet<>();
        List<UUID> due = findDue(seen);
        while (!due.isEmpty()) {
            due.forEach(this::runOne);
            seen.addAll(due);
            due = findDue(seen);
        }
        metrics.recordOverdue(seen.isEmpty() ? 0 : countDue());
    }

    private long countDue() {
        return QuarkusTransaction.requiringNew().call(() -> schedules.countDue(clock.instant()));
    }

    private List<UUID> findDue(Set<UUID> excluded) {
        return QuarkusTransaction.requiringNew().call(() -> schedules.findDue(clock.instant(), excluded, BATCH_SIZE));
    }

    private void runOne(UUID id) {
        try {
            QuarkusTransaction.requiringNew().call(() -> executor.execute(id)).ifPresent(this::recordLateness);
        } catch (RuntimeException thrown) {
            if (DatabaseUnavailable.isCauseOf(thrown)) {
                LOG.warnf("A schedule stays due: %s", thrown.getClass().getSimpleName());
            } else {
                recordFailure(id, thrown);
            }
        }
    }

    private void recordFailure(UUID id, RuntimeException thrown) {
        ScheduleFailure failure = ScheduleFailure.of(thrown);
        if (failure.code().equals(ScheduleFailure.UNEXPECTED)) {
            LOG.errorf(thrown, "Schedule %s could not be executed", id);
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> failures.record(id, failure));
        } catch (RuntimeException again) {
            LOG.errorf(again, "The failure of schedule %s could not be recorded; it stays due", id);
        }
    }

    private void recordLateness(Duration lateness) {
        metrics.recordLateness(lateness);
        if (lateness.compareTo(LATENESS_LIMIT) > 0) {
            LOG.warnf("A schedule was executed %d ms late", lateness.toMillis());
        }
    }
}
