package org.putokaz.webhook.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
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
 * Keeps endpoints in hand, many at once and each by itself: while one waits for its receiver nobody else does, and no
 * thread either. The database has four of them at most.
 */
@Singleton
class DeliveryDispatcher {

    private static final Logger LOG = Logger.getLogger(DeliveryDispatcher.class);
    private static final int MOST_IN_HAND = 1000;
    private static final int MOST_A_ROUND = 100;
    private static final int THREADS = 4;
    private static final int IDLE_SECONDS = 30;

    private final DeliveryClaimService courier;
    private final WebhookHttpClient sender;
    private final Clock clock;
    private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;
    private volatile boolean stopping;
    private volatile Runnable whenFree = () -> {};

    @Inject
    DeliveryDispatcher(DeliveryClaimService courier, WebhookHttpClient sender, Clock clock) {
        this.courier = courier;
        this.sender = sender;
        this.clock = clock;
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                DeliveryDispatcher::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "webhooks-database");
        thread.setDaemon(true);
        return thread;
    }

    /** @param bell rung whenever an endpoint is given back, which may have been waited for */
    void open(Runnable bell) {
        whenFree = bell;
        stopping = false;
    }

    /**
     * Takes in hand whatever is due and free.
     *
     * @throws RuntimeException when the database cannot be asked
     */
    void round() {
        int free = Math.min(MOST_IN_HAND - inHand.size(), MOST_A_ROUND);
        List<UUID> due = stopping || free <= 0 ? List.of() : courier.due(free);
        for (UUID endpoint : due) {
            if (inHand.add(endpoint)) {
                threads.execute(() -> take(endpoint));
            }
        }
    }

    private void take(UUID endpoint) {
        Optional<ClaimedDelivery> letter = Optional.empty();
        try {
            letter = courier.take(endpoint);
        } catch (RuntimeException away) {
            LOG.warnf("A webhook has to wait: %s", away.getClass().getSimpleName());
        }
        if (letter.isPresent()) {
            send(letter.get());
        } else {
            // Without the bell: what cannot be taken now would be looked at again at once, and again.
            inHand.remove(endpoint);
        }
    }

    private void send(ClaimedDelivery letter) {
        if (stopping || clock.instant().isAfter(letter.sendBy())) {
            putBack(letter);
            return;
        }
        sender.post(letter.envelope().url(), letter.headers(clock.instant()), letter.body())
                .whenComplete((answer, never) -> settleSoon(letter, answer));
    }

    private void settleSoon(ClaimedDelivery letter, DeliveryResult answer) {
        try {
            threads.execute(() -> settle(letter, answer));
        } catch (RejectedExecutionException closed) {
            giveBack(letter.endpoint());
        }
    }

    private void settle(ClaimedDelivery letter, DeliveryResult answer) {
        Optional<ClaimedDelivery> next = Optional.empty();
        try {
            next = courier.settle(letter, answer);
        } catch (RuntimeException away) {
            // The claim runs out by itself; then the same is sent again under the same id.
            LOG.warnf(
                    "What came of a webhook could not be noted: %s",
                    away.getClass().getSimpleName());
        }
        if (next.isPresent()) {
            send(next.get());
        } else {
            giveBack(letter.endpoint());
        }
    }

    private void putBack(ClaimedDelivery letter) {
        try {
            courier.putBack(letter);
        } catch (RuntimeException away) {
            LOG.warnf("A webhook could not be put back: %s", away.getClass().getSimpleName());
        } finally {
            inHand.remove(letter.endpoint());
        }
    }

    private void giveBack(UUID endpoint) {
        inHand.remove(endpoint);
        whenFree.run();
    }

    /** Begins nothing new; whatever is on its way comes to its end. */
    void close() {
        stopping = true;
    }

    boolean isIdle() {
        return inHand.isEmpty();
    }
}
