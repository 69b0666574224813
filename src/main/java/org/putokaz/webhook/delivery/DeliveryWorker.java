package org.putokaz.webhook.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.BackgroundWorker;
import org.putokaz.live.feed.FeedNotifier;

/**
 * Background thread that dispatches due deliveries while the application runs.
 *
 * <p>Each publication wakes it, and each attempt that ends. It also runs every {@link #POLL_INTERVAL}, for retries that
 * become due, for claims that other nodes let run out, and after a failure of the database.
 */
@ApplicationScoped
class DeliveryWorker {

    /** After the content pack has been loaded. */
    private static final int START_PRIORITY = 450;

    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(10);

    private final DeliveryDispatcher dispatcher;
    private final WebhookMaintenance maintenance;
    private final FeedNotifier notifier;
    private @Nullable BackgroundWorker worker;
    private FeedNotifier.@Nullable Subscription subscription;

    @Inject
    DeliveryWorker(DeliveryDispatcher dispatcher, WebhookMaintenance maintenance, FeedNotifier notifier) {
        this.dispatcher = dispatcher;
        this.maintenance = maintenance;
        this.notifier = notifier;
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
            BackgroundWorker started = new BackgroundWorker("webhooks", POLL_INTERVAL, this::runOnce);
            dispatcher.start(started::wakeUp);
            subscription = notifier.subscribe(started::wakeUp);
            started.start();
            worker = started;
        }
    }

    private Duration runOnce() {
        dispatcher.dispatchDue();
        maintenance.runIfDue();
        return POLL_INTERVAL;
    }

    /** Starts no more requests, and waits for those in progress, for {@link #SHUTDOWN_TIMEOUT} at most. */
    synchronized void stop() {
        if (worker == null) {
            return;
        }
        dispatcher.stop();
        if (subscription != null) {
            subscription.close();
        }
        worker.close();
        worker = null;
        try {
            dispatcher.awaitIdle(SHUTDOWN_TIMEOUT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
