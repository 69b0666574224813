package org.putokaz.webhook.management;

import org.putokaz.common.UuidV7;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.sync.feed.FeedTokenResolver;
import org.putokaz.webhook.WebhookConfig;
import org.putokaz.webhook.delivery.NextDeliverySelector;
import org.putokaz.webhook.endpoint.EndpointEntity;
import org.putokaz.webhook.endpoint.EndpointRepository;
import org.putokaz.webhook.endpoint.EndpointStatus;
import org.putokaz.webhook.endpoint.SigningSecret;
import org.putokaz.webhook.endpoint.WebhookAudit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiConsumer;

/** What partners do with their endpoints, each act in one transaction with its line in the audit trail. */
@ApplicationScoped
public class EndpointService {

    /** More than any partner needs; so many that a loop gone wild is noticed. */
    static final int MOST_A_PARTNER = 20;

    private final EndpointRepository endpoints;
    private final NextDeliverySelector mail;
    private final WebhookAudit acts;
    private final Clock clock;
    private final Duration rotation;

    @Inject
    EndpointService(
            EndpointRepository endpoints,
            NextDeliverySelector mail,
            WebhookAudit acts,
            Clock clock,
            WebhookConfig config) {
        this.endpoints = endpoints;
        this.mail = mail;
        this.acts = acts;
        this.clock = clock;
        this.rotation = config.rotation();
    }

    /** Where an endpoint begins. */
    public record Start(UUID feed, FeedTokenResolver.Place place) {}

    /** @throws ProblemException 409 when the partner has too many */
    @Transactional
    public EndpointEntity register(NewWebhook.Terms terms, Start start, Actor owner) {
        Instant now = now();
        EndpointEntity row = new EndpointEntity();
        row.id = UuidV7.generate(now);
        row.ownerId = owner.id();
        row.ownerName = owner.name();
        row.url = terms.url().text();
        row.families = String.join(",", terms.familyNames());
        row.interest = terms.interest();
        row.status = EndpointStatus.UNVERIFIED;
        row.secret = SigningSecret.fresh().text();
        row.createdAt = now;
        row.moveTo(start.feed(), start.place(), now);
        endpoints.add(row);
        // Holds the end of the trail, so that two at once are counted one after the other.
        acts.record(owner, "webhook-registered", row);
        if (endpoints.countOf(owner) > MOST_A_PARTNER) {
            throw ProblemType.CONFLICT.because("webhooks-too-many", MOST_A_PARTNER);
        }
        return row;
    }

    @Transactional
    public void pause(UUID id, Actor actor) {
        change(id, actor, "webhook-paused", (endpoint, now) -> endpoint.pause());
    }

    @Transactional
    public void resume(UUID id, Actor actor) {
        change(id, actor, "webhook-resumed", EndpointEntity::resume);
    }

    /** The new secret and until when the old one signs beside it. */
    @Transactional
    public RotatedSecret rotate(UUID id, Actor actor) {
        SigningSecret fresh = SigningSecret.fresh();
        Instant until = now().plus(rotation);
        change(id, actor, "webhook-secret-rotated", (endpoint, now) -> endpoint.rotate(fresh, until));
        return new RotatedSecret(fresh.text(), until);
    }

    @Transactional
    public void rewind(UUID id, Start start, Actor actor) {
        change(id, actor, "webhook-rewound", (endpoint, now) -> {
            mail.supersede(endpoint);
            endpoint.moveTo(start.feed(), start.place(), now);
        });
    }

    /** Nothing is sent any more, and what was is forgotten. */
    @Transactional
    public void delete(UUID id, Actor actor) {
        change(id, actor, "webhook-deleted", (endpoint, now) -> endpoints.remove(endpoint));
    }

    private void change(UUID id, Actor actor, String action, BiConsumer<EndpointEntity, Instant> act) {
        EndpointEntity endpoint = lock(id, actor);
        act.accept(endpoint, now());
        acts.record(actor, action, endpoint);
    }

    /** @throws ProblemException 404 when there is none, or it is somebody else's */
    EndpointEntity lock(UUID id, Actor actor) {
        return endpoints.lock(id).filter(endpoint -> endpoint.isFor(actor)).orElseThrow(EndpointService::unknown);
    }

    /** @throws ProblemException 404 when there is none, or it is somebody else's */
    public EndpointEntity find(UUID id, Actor actor) {
        return endpoints.find(id).filter(endpoint -> endpoint.isFor(actor)).orElseThrow(EndpointService::unknown);
    }

    public static ProblemException unknown() {
        return ProblemType.NOT_FOUND.because("no-such-webhook");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
