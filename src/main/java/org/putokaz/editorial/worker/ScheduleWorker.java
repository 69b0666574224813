package org.putokaz.editorial.worker;

import org.putokaz.editorial.schedule.ScheduleRepository;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * When the clerk works: from start to stop, on one thread of its own, so never twice at once in a process. It wakes at the
 * next moment that it knows of and looks twice a second for others, which another node may have set. What fell due while
 * nobody was there is done first. A database that is away is asked again until it is back.
 */
@ApplicationScoped
class ScheduleWorker {

    /** After the content pack has been loaded and taken note of. */
    private static final int AT_START = 400;

    private static final Duration OFTEN = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Logger LOG = Logger.getLogger(ScheduleWorker.class);

    private final DueScheduleRunner clerk;
    private final ScheduleRepository timetable;
    private final EditorialMaintenance housekeeping;
    private final Clock clock;
    private @Nullable Shift shift;

    @Inject
    ScheduleWorker(
            DueScheduleRunner clerk, ScheduleRepository timetable, EditorialMaintenance housekeeping, Clock clock) {
        this.clerk = clerk;
        this.timetable = timetable;
        this.housekeeping = housekeeping;
        this.clock = clock;
    }

    void atStart(@Observes @Priority(AT_START) StartupEvent start) {
        start();
    }

    void atStop(@Observes ShutdownEvent stop) {
        stop();
    }

    synchronized void start() {
        if (shift == null) {
            shift = new Shift();
            shift.start();
        }
    }

    /** Waits until the schedule in hand is done. */
    synchronized void stop() {
        if (shift != null) {
            shift.end();
            shift = null;
        }
    }

    /** One stretch of work, from begin to end. */
    private final class Shift extends Thread {

        private final CountDownLatch over = new CountDownLatch(1);
        private boolean away;

        Shift() {
            super("schedules");
            setDaemon(true);
        }

        @Override
        public void run() {
            Duration pause = Duration.ZERO;
            while (!isOverWithin(pause)) {
                Instant began = clock.instant();
                work();
                pause = pauseAfter(began);
            }
        }

        private void work() {
            try {
                clerk.runDue();
                housekeeping.runIfDue();
                if (away) {
                    LOG.info("Schedules are carried out again");
                }
                away = false;
            } catch (Throwable thrown) {
                // Whatever it is: a thread that ended would leave all schedules undone, and nobody would notice.
                if (!away) {
                    LOG.warn("Schedules cannot be carried out for now", thrown);
                }
                away = true;
            }
        }

        /** Until the first moment that this round did not look at, but never long. */
        private Duration pauseAfter(Instant began) {
            try {
                Duration left = QuarkusTransaction.requiringNew()
                        .call(() -> timetable.findNextDueTime(began))
                        .map(next -> Duration.between(clock.instant(), next))
                        .orElse(OFTEN);
                return left.compareTo(OFTEN) < 0 ? left : OFTEN;
            } catch (RuntimeException away) {
                return OFTEN;
            }
        }

        private boolean isOverWithin(Duration pause) {
            try {
                return over.await(Math.max(pause.toMillis(), 1), TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return true;
            }
        }

        void end() {
            over.countDown();
            try {
                join(PATIENCE.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
