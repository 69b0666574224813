package org.putokaz.webhook.endpoint;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.security.Role;
import org.putokaz.sync.feed.FeedTokenResolver;
import org.putokaz.webhook.transport.WebhookUrl;

/** An endpoint. Whoever changes one holds its row. */
@Entity(name = "WebhookEndpoint")
@Table(schema = "webhook", name = "endpoint")
@NullUnmarked
public class EndpointEntity {

    @Id
    public UUID id;

    @Column(name = "owner_id")
    public String ownerId;

    @Column(name = "owner_name")
    public String ownerName;

    public String url;
    public String families;

    @Enumerated(EnumType.STRING)
    public ChangeInterest interest;

    @Enumerated(EnumType.STRING)
    public EndpointStatus status;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_reason")
    @Nullable
    public StatusReason statusReason;

    public String secret;

    @Column(name = "previous_secret")
    @Nullable
    String previousSecret;

    @Column(name = "previous_secret_until")
    @Nullable
    public Instant previousSecretUntil;

    @Column(name = "feed_id")
    public UUID feedId;

    public long scanned;

    @Column(name = "caught_up")
    public long caughtUp;

    public long delivered;

    @Nullable
    public UUID head;

    public long deliveries;
    public int failures;

    @Column(name = "failing_since")
    @Nullable
    public Instant failingSince;

    @Column(name = "due_at")
    public Instant dueAt;

    @Nullable
    public UUID claim;

    @Column(name = "claimed_until")
    @Nullable
    public Instant claimedUntil;

    @Column(name = "by_hand_until")
    @Nullable
    public Instant byHandUntil;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "verified_at")
    @Nullable
    public Instant verifiedAt;

    /** Its own partner's, or any for an admin. */
    public boolean isFor(Actor actor) {
        return ownerId.equals(actor.id()) || actor.role() == Role.ADMIN;
    }

    public WebhookUrl target() {
        return WebhookUrl.read(url, true);
    }

    /** Of an address that may be one of those that are not taken any more. */
    String host() {
        return Objects.requireNonNullElse(URI.create(url).getHost(), "");
    }

    /** Empty for all. */
    public Set<String> familyNames() {
        return families.isEmpty() ? Set.of() : new TreeSet<>(List.of(families.split(",")));
    }

    /** Those that sign now, the newest first. */
    public List<SigningSecret> secrets(Instant now) {
        List<SigningSecret> secrets = new ArrayList<>(List.of(new SigningSecret(secret)));
        if (previousSecret != null && now.isBefore(previousSecretUntil)) {
            secrets.add(new SigningSecret(previousSecret));
        }
        return secrets;
    }

    public void rotate(SigningSecret fresh, Instant previousUntil) {
        previousSecret = secret;
        previousSecretUntil = previousUntil;
        secret = fresh.text();
    }

    public boolean isActive() {
        return status == EndpointStatus.ACTIVE;
    }

    /** Somebody has answered there: it hears of changes from now on. */
    public void verified(Instant now) {
        if (status == EndpointStatus.UNVERIFIED || status == EndpointStatus.DISABLED) {
            verifiedAt = now;
            begin(now);
        }
    }

    public void pause() {
        if (status == EndpointStatus.UNVERIFIED || status == EndpointStatus.DISABLED) {
            throw ProblemType.CONFLICT.because("webhook-must-be-verified");
        }
        if (isActive()) {
            stop(EndpointStatus.PAUSED, StatusReason.ASKED);
        }
    }

    public void resume(Instant now) {
        if (status == EndpointStatus.UNVERIFIED || status == EndpointStatus.DISABLED) {
            throw ProblemType.CONFLICT.because("webhook-must-be-verified");
        }
        begin(now);
    }

    /** Goes on where it stood, at once. */
    private void begin(Instant now) {
        status = EndpointStatus.ACTIVE;
        statusReason = null;
        failures = 0;
        failingSince = null;
        dueAt = now;
    }

    public void stop(EndpointStatus stopped, StatusReason reason) {
        status = stopped;
        statusReason = reason;
    }

    /** Goes on from somewhere else; whatever waited there is taken up again when its place comes. */
    public void moveTo(UUID feed, FeedTokenResolver.Place place, Instant now) {
        feedId = feed;
        scanned = place.position();
        caughtUp = place.complete();
        delivered = place.position();
        head = null;
        dueAt = now;
    }

    /** There is nothing more for it up to there. */
    public void caughtUpWith(long end) {
        scanned = Math.max(scanned, end);
        caughtUp = scanned;
    }

    public void claim(UUID by, Instant until) {
        claim = by;
        claimedUntil = until;
    }

    public void release() {
        claim = null;
        claimedUntil = null;
    }

    /** The head was acknowledged. */
    public void acknowledged(long position, Instant now) {
        head = null;
        scanned = position;
        delivered = position;
        failures = 0;
        failingSince = null;
        dueAt = now;
    }

    public void failed(Instant now, Instant again) {
        failures++;
        failingSince = failingSince == null ? now : failingSince;
        dueAt = again;
    }
}
