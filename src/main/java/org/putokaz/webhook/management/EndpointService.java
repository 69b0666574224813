package org.putokaz.webhook.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.putokaz.common.UuidV7;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.sync.feed.FeedTokenResolver;
import org.putokaz.webhook.WebhookConfig;
import org.putokaz.webhook.delivery.DeliveryRepository;
import org.putokaz.webhook.delivery.NextDeliverySelector;
import org.putokaz.webhook.endpoint.EndpointEntity;
import org.putokaz.webhook.endpoint.EndpointRepository;
import org.putokaz.webhook.endpoint.EndpointSecrets;
import org.putokaz.webhook.endpoint.EndpointStatus;
import org.putokaz.webhook.endpoint.SigningSecret;
import org.putokaz.webhook.endpoint.WebhookAudit;

/**
 * Registration and changes of endpoints, each in one transaction with its audit event. An endpoint of another partner
 * is answered like one that does not exist, with 404.
 */
@ApplicationScoped
public class EndpointService {

    static final int MAX_ENDPOINTS_PER_PARTNER = 20;

    private final EndpointRepository endpoints;
    private final NextDeliverySelector selector;
    private final DeliveryRepository deliveries;
    private final WebhookAudit audit;
    private final Clock clock;
    private final Duration rotation;

    @Inject
    EndpointService(
            EndpointRepository endpoints,
            NextDeliverySelector selector,
            DeliveryRepository deliveries,
            WebhookAudit audit,
            Clock clock,
            WebhookConfig config) {
        this.endpoints = endpoints;
        this.selector = selector;
        this.deliveries = deliveries;
        this.audit = audit;
        this.clock = clock;
        this.rotation = config.rotation();
    }

    /** Position in a feed after which changes are sent. */
    public record StartPosition(UUID feed, FeedTokenResolver.ReadPosition place) {}

    /** @throws ProblemException 409 when the partner has {@link #MAX_ENDPOINTS_PER_PARTNER} already */
    @Transactional
    public EndpointEntity register(NewWebhook.EndpointSettings settings, StartPosition start, Actor owner) {
        Instant now = clock.instant();
        EndpointEntity endpoint = new EndpointEntity();
        endpoint.id = UuidV7.generate(now);
        endpoint.ownerId = owner.id();
        endpoint.ownerName = owner.name();
        endpoint.url = settings.url().text();
        endpoint.families = String.join(",", settings.familyNames());
        endpoint.interest = settings.interest();
        endpoint.status = EndpointStatus.UNVERIFIED;
        endpoint.secrets = EndpointSecrets.generate();
        endpoint.createdAt = now;
        endpoint.moveToPosition(start.feed(), start.place(), now);
        endpoints.add(endpoint);
        // Locks the end of the audit trail, so concurrent registrations are counted one after the other.
        audit.record(owner, "webhook-registered", endpoint);
        if (endpoints.countByOwner(owner) > MAX_ENDPOINTS_PER_PARTNER) {
            throw ProblemType.CONFLICT.because("webhooks-too-many", MAX_ENDPOINTS_PER_PARTNER);
        }
        return endpoint;
    }

    @Transactional
    public void pause(UUID id, Actor actor) {
        change(id, actor, "webhook-paused", (endpoint, now) -> endpoint.pause());
    }

    /** Makes everything that is outstanding due now, also what was set aside. */
    @Transactional
    public void resume(UUID id, Actor actor) {
        change(id, actor, "webhook-resumed", (endpoint, now) -> {
            endpoint.resume(now);
            deliveries.makeDue(endpoint.id, now);
        });
    }

    /** @return the new secret, and the end of the time in which the previous one signs too */
    @Transactional
    public RotatedSecret rotateSecret(UUID id, Actor actor) {
        SigningSecret secret = SigningSecret.generate();
        Instant previousUntil = clock.instant().plus(rotation);
        change(id, actor, "webhook-secret-rotated", (endpoint, now) -> endpoint.secrets.rotate(secret, previousUntil));
        return new RotatedSecret(secret.text(), previousUntil);
    }

    /** Continues after another position, earlier or later. */
    @Transactional
    public void rewind(UUID id, StartPosition start, Actor actor) {
        change(id, actor, "webhook-rewound", (endpoint, now) -> {
            selector.supersedeOutstanding(endpoint);
            endpoint.moveToPosition(start.feed(), start.place(), now);
        });
    }

    /** Deletes the endpoint with its deliveries. */
    @Transactional
    public void delete(UUID id, Actor actor) {
        change(id, actor, "webhook-deleted", (endpoint, now) -> endpoints.remove(endpoint));
    }

    private void change(UUID id, Actor actor, String auditAction, BiConsumer<EndpointEntity, Instant> change) {
        EndpointEntity endpoint = lock(id, actor);
        change.accept(endpoint, clock.instant());
        audit.record(actor, auditAction, endpoint);
    }

    /** @throws ProblemException 404 when there is no such endpoint, or it belongs to another partner */
    EndpointEntity lock(UUID id, Actor actor) {
        return endpoints
                .lock(id)
                .filter(endpoint -> endpoint.isVisibleTo(actor))
                .orElseThrow(EndpointService::notFound);
    }

    /** @throws ProblemException 404 when there is no such endpoint, or it belongs to another partner */
    public EndpointEntity find(UUID id, Actor actor) {
        return endpoints
                .find(id)
                .filter(endpoint -> endpoint.isVisibleTo(actor))
                .orElseThrow(EndpointService::notFound);
    }

    public static ProblemException notFound() {
        return ProblemType.NOT_FOUND.because("no-such-webhook");
    }
}
