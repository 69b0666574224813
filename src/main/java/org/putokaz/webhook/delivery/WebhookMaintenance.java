package org.putokaz.webhook.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.webhook.WebhookConfig;
import org.putokaz.webhook.WebhookMetrics;
import org.putokaz.webhook.endpoint.EndpointRepository;

/**
 * Periodic maintenance of webhooks: metrics and confidential responses every ten seconds, expired deliveries every
 * hour.
 *
 * <p>{@link #runIfDue} returns at once; the work runs on a worker thread, once at a time.
 */
@ApplicationScoped
class WebhookMaintenance {

    private static final Logger LOG = Logger.getLogger(WebhookMaintenance.class);
    private static final Duration REFRESH_INTERVAL = Duration.ofSeconds(10);
    private static final Duration CLEANUP_INTERVAL = Duration.ofHours(1);

    private final EndpointRepository endpoints;
    private final DeliveryRepository deliveries;
    private final ChangeFeed feed;
    private final WebhookMetrics metrics;
    private final Clock clock;
    private final Duration retention;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile @Nullable Instant lastRefresh;
    private volatile @Nullable Instant lastCleanup;

    @Inject
    WebhookMaintenance(
            EndpointRepository endpoints,
            DeliveryRepository deliveries,
            ChangeFeed feed,
            WebhookMetrics metrics,
            WebhookConfig config,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.feed = feed;
        this.metrics = metrics;
        this.retention = config.keep();
        this.clock = clock;
    }

    /** Starts the work that is due, unless it is running already. */
    void runIfDue() {
        Instant now = clock.instant();
        boolean due = isDue(lastRefresh, REFRESH_INTERVAL, now) || isDue(lastCleanup, CLEANUP_INTERVAL, now);
        if (due && running.compareAndSet(false, true)) {
            Infrastructure.getDefaultWorkerPool().execute(() -> run(now));
        }
    }

    /** Due too when the clock was set back before the last run. */
    private static boolean isDue(@Nullable Instant last, Duration interval, Instant now) {
        return last == null || !now.isBefore(last.plus(interval)) || now.isBefore(last);
    }

    private void run(Instant now) {
        try {
            lastRefresh = now;
            QuarkusTransaction.requiringNew().run(this::refresh);
            if (isDue(lastCleanup, CLEANUP_INTERVAL, now)) {
                deleteExpiredDeliveries();
                lastCleanup = now;
            }
        } catch (RuntimeException failed) {
            metrics.markUnknown();
            LOG.warnf(
                    "The maintenance of webhooks failed: %s", failed.getClass().getSimpleName());
        } finally {
            running.set(false);
        }
    }

    /** Clears responses that may repeat withdrawn content, and updates the metrics. Needs a transaction. */
    void refresh() {
        deliveries.clearResponsesAboutSafetyWithdrawals();
        metrics.update(
                endpoints.backlog(feed.currentState().position()),
                endpoints.countFailing(),
                deliveries.countSetAside());
    }

    /** Deletes completed deliveries that are older than the retention, in a transaction of its own. */
    void deleteExpiredDeliveries() {
        QuarkusTransaction.requiringNew()
                .run(() -> deliveries.deleteCompletedBefore(clock.instant().minus(retention)));
    }
}
