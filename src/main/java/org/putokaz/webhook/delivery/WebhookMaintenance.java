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

/** What is done now and then: telling the operator how things stand, and forgetting what is old. */
@ApplicationScoped
class WebhookMaintenance {

    private static final Logger LOG = Logger.getLogger(WebhookMaintenance.class);
    private static final Duration TO_LOOK = Duration.ofSeconds(10);
    private static final Duration TO_FORGET = Duration.ofHours(1);

    private final EndpointRepository endpoints;
    private final DeliveryRepository deliveries;
    private final ChangeFeed feed;
    private final WebhookMetrics meters;
    private final Clock clock;
    private final Duration keep;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Instant looked;
    private volatile @Nullable Instant forgot;

    @Inject
    WebhookMaintenance(
            EndpointRepository endpoints,
            DeliveryRepository deliveries,
            ChangeFeed feed,
            WebhookMetrics meters,
            Keeping keeping) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.feed = feed;
        this.meters = meters;
        this.clock = keeping.clock();
        this.keep = keeping.config().keep();
    }

    /** How long, and by which clock. */
    @jakarta.inject.Singleton
    record Keeping(WebhookConfig config, Clock clock) {}

    /** Begins it, when it is time and it is not being done already. */
    void doWhatIsDue() {
        Instant now = clock.instant();
        if ((isDue(looked, TO_LOOK, now) || isDue(forgot, TO_FORGET, now)) && busy.compareAndSet(false, true)) {
            Infrastructure.getDefaultWorkerPool().execute(() -> work(now));
        }
    }

    private static boolean isDue(@Nullable Instant last, Duration every, Instant now) {
        return last == null || !now.isBefore(last.plus(every)) || now.isBefore(last);
    }

    private void work(Instant now) {
        try {
            looked = now;
            QuarkusTransaction.requiringNew().run(this::look);
            if (isDue(forgot, TO_FORGET, now)) {
                forget();
                forgot = now;
            }
        } catch (RuntimeException away) {
            meters.unknown();
            LOG.warnf("The upkeep of webhooks has to wait: %s", away.getClass().getSimpleName());
        } finally {
            busy.set(false);
        }
    }

    /** Tells the operator how things stand, and forgets what must not be known any more. */
    void look() {
        deliveries.forgetAnswersAboutWhatIsSecretNow();
        meters.stand(endpoints.backlog(feed.now().position()), endpoints.countFailing());
    }

    /** Forgets the deliveries that are older than what is kept. */
    void forget() {
        QuarkusTransaction.requiringNew()
                .run(() -> deliveries.forget(clock.instant().minus(keep)));
    }
}
