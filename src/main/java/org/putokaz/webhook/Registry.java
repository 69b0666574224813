package org.putokaz.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.putokaz.http.Ids;
import org.putokaz.problem.Problem;
import org.putokaz.problem.ProblemException;
import org.putokaz.security.Actor;
import org.putokaz.sync.FeedPlaces;

/** What partners do with their endpoints, each act in one transaction with its line in the audit trail. */
@ApplicationScoped
class Registry {

    /** More than any partner needs; so many that a loop gone wild is noticed. */
    static final int MOST_A_PARTNER = 20;

    private final Endpoints endpoints;
    private final Mail mail;
    private final Acts acts;
    private final Clock clock;
    private final Duration rotation;

    @Inject
    Registry(Endpoints endpoints, Mail mail, Acts acts, Clock clock, WebhookConfig config) {
        this.endpoints = endpoints;
        this.mail = mail;
        this.acts = acts;
        this.clock = clock;
        this.rotation = config.rotation();
    }

    /** Where an endpoint begins. */
    record Start(UUID feed, FeedPlaces.Place place) {}

    /** @throws ProblemException 409 when the partner has too many */
    @Transactional
    EndpointRow register(NewWebhook.Terms terms, Start start, Actor owner) {
        Instant now = now();
        EndpointRow row = new EndpointRow();
        row.id = Ids.fresh(now);
        row.ownerId = owner.id();
        row.ownerName = owner.name();
        row.url = terms.url().text();
        row.families = String.join(",", terms.familyNames());
        row.interest = terms.interest();
        row.status = EndpointStatus.UNVERIFIED;
        row.secret = Secret.fresh().text();
        row.createdAt = now;
        row.moveTo(start.feed(), start.place(), now);
        endpoints.add(row);
        // Holds the end of the trail, so that two at once are counted one after the other.
        acts.record(owner, "webhook-registered", row);
        if (endpoints.countOf(owner) > MOST_A_PARTNER) {
            throw Problem.CONFLICT.because("webhooks-too-many", MOST_A_PARTNER);
        }
        return row;
    }

    @Transactional
    void pause(UUID id, Actor actor) {
        change(id, actor, "webhook-paused", (endpoint, now) -> endpoint.pause());
    }

    @Transactional
    void resume(UUID id, Actor actor) {
        change(id, actor, "webhook-resumed", EndpointRow::resume);
    }

    /** The new secret and until when the old one signs beside it. */
    @Transactional
    RotatedSecret rotate(UUID id, Actor actor) {
        Secret fresh = Secret.fresh();
        Instant until = now().plus(rotation);
        change(id, actor, "webhook-secret-rotated", (endpoint, now) -> endpoint.rotate(fresh, until));
        return new RotatedSecret(fresh.text(), until);
    }

    @Transactional
    void rewind(UUID id, Start start, Actor actor) {
        change(id, actor, "webhook-rewound", (endpoint, now) -> {
            mail.supersede(endpoint);
            endpoint.moveTo(start.feed(), start.place(), now);
        });
    }

    /** Nothing is sent any more, and what was is forgotten. */
    @Transactional
    void delete(UUID id, Actor actor) {
        change(id, actor, "webhook-deleted", (endpoint, now) -> endpoints.remove(endpoint));
    }

    private void change(UUID id, Actor actor, String action, BiConsumer<EndpointRow, Instant> act) {
        EndpointRow endpoint = lock(id, actor);
        act.accept(endpoint, now());
        acts.record(actor, action, endpoint);
    }

    /** @throws ProblemException 404 when there is none, or it is somebody else's */
    EndpointRow lock(UUID id, Actor actor) {
        return endpoints.lock(id).filter(endpoint -> endpoint.isFor(actor)).orElseThrow(Registry::unknown);
    }

    /** @throws ProblemException 404 when there is none, or it is somebody else's */
    EndpointRow find(UUID id, Actor actor) {
        return endpoints.find(id).filter(endpoint -> endpoint.isFor(actor)).orElseThrow(Registry::unknown);
    }

    static ProblemException unknown() {
        return Problem.NOT_FOUND.because("no-such-webhook");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
