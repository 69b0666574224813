package org.putokaz.webhook.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.feed.FeedNotifier;

/**
 * When webhooks are sent: from start to stop, woken by each publish, and by itself twice a second for what is due again or
 * was left behind by another node. A database that is away is asked again until it is back.
 */
@ApplicationScoped
class DeliveryWorker {

    /** After the content pack has been loaded. */
    private static final int AT_START = 450;

    private static final long OFTEN_MILLIS = 500;
    private static final long PATIENCE_MILLIS = 10_000;
    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);

    private final DeliveryDispatcher dispatcher;
    private final WebhookMaintenance upkeep;
    private final FeedNotifier watch;
    private @Nullable Shift shift;

    @Inject
    DeliveryWorker(DeliveryDispatcher dispatcher, WebhookMaintenance upkeep, FeedNotifier watch) {
        this.dispatcher = dispatcher;
        this.upkeep = upkeep;
        this.watch = watch;
    }

    void atStart(@Observes @Priority(AT_START) StartupEvent start) {
        begin();
    }

    void atStop(@Observes ShutdownEvent stop) {
        end();
    }

    synchronized void begin() {
        if (shift == null) {
            shift = new Shift(dispatcher, upkeep);
            shift.begin(watch);
        }
    }

    /** Waits for a while for what is on its way. */
    synchronized void end() {
        if (shift != null) {
            shift.end();
            shift = null;
        }
    }

    /** One stretch of work, from begin to end. */
    static final class Shift extends Thread {

        private final DeliveryDispatcher dispatcher;
        private final WebhookMaintenance upkeep;
        private final Semaphore bell = new Semaphore(0);
        private final CountDownLatch over = new CountDownLatch(1);
        private FeedNotifier.@Nullable Following following;
        private boolean away;

        Shift(DeliveryDispatcher dispatcher, WebhookMaintenance upkeep) {
            super("webhooks");
            this.dispatcher = dispatcher;
            this.upkeep = upkeep;
            setDaemon(true);
        }

        void begin(FeedNotifier watch) {
            dispatcher.open(bell::release);
            following = watch.follow(bell::release);
            start();
        }

        @Override
        public void run() {
            while (over.getCount() > 0) {
                work();
                pause();
            }
        }

        private void work() {
            try {
                dispatcher.round();
                upkeep.doWhatIsDue();
                if (away) {
                    LOG.info("Webhooks are sent again");
                }
                away = false;
            } catch (Throwable thrown) {
                // Whatever it is: a thread that ended would leave all partners behind, and nobody would notice.
                if (!away) {
                    LOG.warn("Webhooks cannot be sent for now", thrown);
                }
                away = true;
            }
        }

        private void pause() {
            try {
                if (bell.tryAcquire(OFTEN_MILLIS, TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                over.countDown();
            }
        }

        void end() {
            dispatcher.close();
            over.countDown();
            bell.release();
            try {
                if (following != null) {
                    following.close();
                }
                join(PATIENCE_MILLIS);
                long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
                while (!dispatcher.isIdle() && System.nanoTime() < until) {
                    bell.tryAcquire(OFTEN_MILLIS / 10, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
