package org.putokaz.webhook;

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
import org.putokaz.problem.Problem;
import org.putokaz.security.Actor;
import org.putokaz.security.Role;
import org.putokaz.sync.FeedPlaces;

/** An endpoint. Whoever changes one holds its row. */
@Entity(name = "WebhookEndpoint")
@Table(schema = "webhook", name = "endpoint")
@NullUnmarked
class EndpointRow {

    @Id
    UUID id;

    @Column(name = "owner_id")
    String ownerId;

    @Column(name = "owner_name")
    String ownerName;

    String url;
    String families;

    @Enumerated(EnumType.STRING)
    Interest interest;

    @Enumerated(EnumType.STRING)
    EndpointStatus status;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_reason")
    @Nullable
    StatusReason statusReason;

    String secret;

    @Column(name = "previous_secret")
    @Nullable
    String previousSecret;

    @Column(name = "previous_secret_until")
    @Nullable
    Instant previousSecretUntil;

    @Column(name = "feed_id")
    UUID feedId;

    long scanned;

    @Column(name = "caught_up")
    long caughtUp;

    long delivered;

    @Nullable
    UUID head;

    long deliveries;
    int failures;

    @Column(name = "failing_since")
    @Nullable
    Instant failingSince;

    @Column(name = "due_at")
    Instant dueAt;

    @Nullable
    UUID claim;

    @Column(name = "claimed_until")
    @Nullable
    Instant claimedUntil;

    @Column(name = "by_hand_until")
    @Nullable
    Instant byHandUntil;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "verified_at")
    @Nullable
    Instant verifiedAt;

    /** Its own partner's, or any for an admin. */
    boolean isFor(Actor actor) {
        return ownerId.equals(actor.id()) || actor.role() == Role.ADMIN;
    }

    WebhookUrl target() {
        return WebhookUrl.read(url, true);
    }

    /** Of an address that may be one of those that are not taken any more. */
    String host() {
        return Objects.requireNonNullElse(URI.create(url).getHost(), "");
    }

    /** Empty for all. */
    Set<String> familyNames() {
        return families.isEmpty() ? Set.of() : new TreeSet<>(List.of(families.split(",")));
    }

    /** Those that sign now, the newest first. */
    List<Secret> secrets(Instant now) {
        List<Secret> secrets = new ArrayList<>(List.of(new Secret(secret)));
        if (previousSecret != null && now.isBefore(previousSecretUntil)) {
            secrets.add(new Secret(previousSecret));
        }
        return secrets;
    }

    void rotate(Secret fresh, Instant previousUntil) {
        previousSecret = secret;
        previousSecretUntil = previousUntil;
        secret = fresh.text();
    }

    boolean isActive() {
        return status == EndpointStatus.ACTIVE;
    }

    /** Somebody has answered there: it hears of changes from now on. */
    void verified(Instant now) {
        if (status == EndpointStatus.UNVERIFIED || status == EndpointStatus.DISABLED) {
            verifiedAt = now;
            begin(now);
        }
    }

    void pause() {
        if (status == EndpointStatus.UNVERIFIED || status == EndpointStatus.DISABLED) {
            throw Problem.CONFLICT.because("webhook-must-be-verified");
        }
        if (isActive()) {
            stop(EndpointStatus.PAUSED, StatusReason.ASKED);
        }
    }

    void resume(Instant now) {
        if (status == EndpointStatus.UNVERIFIED || status == EndpointStatus.DISABLED) {
            throw Problem.CONFLICT.because("webhook-must-be-verified");
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

    void stop(EndpointStatus stopped, StatusReason reason) {
        status = stopped;
        statusReason = reason;
    }

    /** Goes on from somewhere else; whatever waited there is taken up again when its place comes. */
    void moveTo(UUID feed, FeedPlaces.Place place, Instant now) {
        feedId = feed;
        scanned = place.position();
        caughtUp = place.complete();
        delivered = place.position();
        head = null;
        dueAt = now;
    }

    /** There is nothing more for it up to there. */
    void caughtUpWith(long end) {
        scanned = Math.max(scanned, end);
        caughtUp = scanned;
    }

    void claim(UUID by, Instant until) {
        claim = by;
        claimedUntil = until;
    }

    void release() {
        claim = null;
        claimedUntil = null;
    }

    /** The head was acknowledged. */
    void acknowledged(long position, Instant now) {
        head = null;
        scanned = position;
        delivered = position;
        failures = 0;
        failingSince = null;
        dueAt = now;
    }

    void failed(Instant now, Instant again) {
        failures++;
        failingSince = failingSince == null ? now : failingSince;
        dueAt = again;
    }
}
