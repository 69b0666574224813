package org.putokaz.webhook.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.putokaz.webhook.transport.DeliveryResult;
import org.putokaz.webhook.transport.WebhookHttpClient;

/**
 * Dispatcher of deliveries to many endpoints at once.
 *
 * <h2>Concurrency</h2>
 *
 * An endpoint is in progress from its dispatch until nothing more can be sent to it now. Each step of it runs on one of
 * four database threads: claim, record the result, claim the next. Between the steps the request is asynchronous and
 * occupies no thread, so a slow receiver delays no other one.
 *
 * <h2>Bounds</h2>
 *
 * At most {@link #MAX_IN_PROGRESS} endpoints are in progress, each once. When an endpoint is released after an attempt,
 * the callback given to {@link #start} runs, so that the free slot is used at once.
 *
 * <h2>Failure</h2>
 *
 * A failure of the database is logged and ends the progress of the endpoint; its claim, if any, runs out by itself.
 */
@Singleton
class DeliveryDispatcher {

    private static final Logger LOG = Logger.getLogger(DeliveryDispatcher.class);
    private static final int MAX_IN_PROGRESS = 1000;
    private static final int BATCH_SIZE = 100;
    private static final int DATABASE_THREADS = 4;
    private static final int THREAD_IDLE_SECONDS = 30;

    private final DeliveryClaimService claims;
    private final WebhookHttpClient client;
    private final Clock clock;
    /** Ids of endpoints; also the monitor of {@link #awaitIdle}. */
    private final Set<UUID> inProgress = ConcurrentHashMap.newKeySet();

    private final ThreadPoolExecutor databaseExecutor;
    private volatile boolean stopping;
    private volatile Runnable onSlotFree = () -> {};

    @Inject
    DeliveryDispatcher(DeliveryClaimService claims, WebhookHttpClient client, Clock clock) {
        this.claims = claims;
        this.client = client;
        this.clock = clock;
        databaseExecutor = new ThreadPoolExecutor(
                DATABASE_THREADS,
                DATABASE_THREADS,
                THREAD_IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                DeliveryDispatcher::newThread);
        databaseExecutor.allowCoreThreadTimeOut(true);
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "webhooks-database");
        thread.setDaemon(true);
        return thread;
    }

    /** @param onSlotFree called after an attempt when its endpoint is released; must return at once */
    void start(Runnable onSlotFree) {
        this.onSlotFree = onSlotFree;
        stopping = false;
    }

    /**
     * Dispatches due endpoints, as many as there are free slots.
     *
     * @throws RuntimeException when the database is unavailable
     */
    void dispatchDue() {
        int limit = Math.min(MAX_IN_PROGRESS - inProgress.size(), BATCH_SIZE);
        List<UUID> due = stopping || limit <= 0 ? List.of() : claims.findDue(limit);
        for (UUID endpointId : due) {
            if (inProgress.add(endpointId)) {
                databaseExecutor.execute(() -> process(endpointId));
            }
        }
    }

    private void process(UUID endpointId) {
        Optional<ClaimedDelivery> delivery = Optional.empty();
        try {
            delivery = claims.claim(endpointId);
        } catch (RuntimeException failed) {
            LOG.warnf("A webhook could not be claimed: %s", failed.getClass().getSimpleName());
        }
        if (delivery.isPresent()) {
            send(delivery.get());
        } else {
            // Without a signal, which would dispatch an endpoint that cannot be claimed again at once, in a busy loop.
            remove(endpointId);
        }
    }

    private void send(ClaimedDelivery delivery) {
        if (stopping || clock.instant().isAfter(delivery.sendBefore())) {
            releaseUnsent(delivery);
            return;
        }
        client.post(delivery.destination().url(), delivery.headers(clock.instant()), delivery.body())
                .whenComplete((result, never) -> recordResultAsync(delivery, result));
    }

    private void recordResultAsync(ClaimedDelivery delivery, DeliveryResult result) {
        try {
            databaseExecutor.execute(() -> recordResult(delivery, result));
        } catch (RejectedExecutionException closed) {
            release(delivery.endpointId());
        }
    }

    private void recordResult(ClaimedDelivery delivery, DeliveryResult result) {
        Optional<ClaimedDelivery> next = Optional.empty();
        try {
            next = claims.recordResult(delivery, result);
        } catch (RuntimeException failed) {
            // The claim runs out; then the delivery is sent again under the same id.
            LOG.warnf(
                    "The result of a webhook could not be recorded: %s",
                    failed.getClass().getSimpleName());
        }
        if (next.isPresent()) {
            send(next.get());
        } else {
            release(delivery.endpointId());
        }
    }

    private void releaseUnsent(ClaimedDelivery delivery) {
        try {
            claims.releaseUnsent(delivery);
        } catch (RuntimeException failed) {
            LOG.warnf(
                    "The claim of a webhook could not be released: %s",
                    failed.getClass().getSimpleName());
        } finally {
            remove(delivery.endpointId());
        }
    }

    private void release(UUID endpointId) {
        remove(endpointId);
        onSlotFree.run();
    }

    private void remove(UUID endpointId) {
        inProgress.remove(endpointId);
        synchronized (inProgress) {
            inProgress.notifyAll();
        }
    }

    /** Starts no more requests; those in progress run to their end. */
    void stop() {
        stopping = true;
    }

    /** Waits until no endpoint is in progress, or the time is up. */
    void awaitIdle(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        synchronized (inProgress) {
            long remainingMillis = timeout.toMillis();
            while (!inProgress.isEmpty() && remainingMillis > 0) {
                inProgress.wait(remainingMillis);
                remainingMillis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            }
        }
    }
}
