package org.putokaz.editorial.worker;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.BackgroundWorker;
import org.putokaz.editorial.schedule.ScheduleRepository;

/**
 * Background thread {@code schedules}, which executes due schedules from start to stop of the application.
 *
 * <p>It sleeps until the next schedule that it knows of, and at most half a second, as another node may have added one.
 * What fell due while the application was stopped is executed first. While the database is away, it tries again at the
 * same interval.
 */
@ApplicationScoped
class ScheduleWorker {

    /** After the content pack has been loaded and recorded. */
    private static final int START_PRIORITY = 400;

    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    private final DueScheduleRunner runner;
    private final ScheduleRepository schedules;
    private final EditorialMaintenance maintenance;
    private final Clock clock;
    private @Nullable BackgroundWorker worker;

    @Inject
    ScheduleWorker(
            DueScheduleRunner runner, ScheduleRepository schedules, EditorialMaintenance maintenance, Clock clock) {
        this.runner = runner;
        this.schedules = schedules;
        this.maintenance = maintenance;
        this.clock = clock;
    }

    void onStartup(@Observes @Priority(START_PRIORITY) StartupEvent event) {
        start();
    }

    void onShutdown(@Observes ShutdownEvent event) {
        stop();
    }

    /** Does nothing while it is running. */
    synchronized void start() {
        if (worker == null) {
            worker = new BackgroundWorker("schedules", POLL_INTERVAL, this::runOnce);
            worker.start();
        }
    }

    /** Waits for the schedule that is being executed. */
    synchronized void stop() {
        if (worker != null) {
            worker.close();
            worker = null;
        }
    }

    private Duration runOnce() {
        Instant startedAt = clock.instant();
        runner.runDue();
        maintenance.runIfDue();
        return pauseAfter(startedAt);
    }

    /** The time until the first schedule that was not due when the run started, bounded by the poll interval. */
    private Duration pauseAfter(Instant startedAt) {
        Duration untilNext = QuarkusTransaction.requiringNew()
                .call(() -> schedules.findNextDueTime(startedAt))
                .map(next -> Duration.between(clock.instant(), next))
                .orElse(POLL_INTERVAL);
        return untilNext.compareTo(POLL_INTERVAL) < 0 ? untilNext : POLL_INTERVAL;
    }
}
