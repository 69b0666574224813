package org.putokaz.webhook.endpoint;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
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

/**
 * Registered endpoint of a partner.
 *
 * <p>Three positions of the feed describe its progress. All wanted changes up to {@link #acknowledgedUpTo} have been
 * acknowledged or set aside; it moves with a 2xx response in turn, or past changes that are set aside or not wanted.
 * {@link #caughtUpTo} is the value it had when nothing wanted was left: a change is major for the endpoint when its
 * major position is after that one. {@link #lastDeliveredPosition} is the position of the last change acknowledged in
 * turn. Deliveries out of turn move none of them.
 *
 * <p>Changes need the lock of the row ({@link EndpointRepository#lock}).
 */
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

    /** Names separated by commas; empty for all families. */
    public String families;

    @Enumerated(EnumType.STRING)
    public ChangeInterest interest;

    @Enumerated(EnumType.STRING)
    public EndpointStatus status;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_reason")
    @Nullable
    public StatusReason statusReason;

    @Embedded
    public EndpointSecrets secrets;

    @Column(name = "feed_id")
    public UUID feedId;

    @Column(name = "scanned")
    public long acknowledgedUpTo;

    @Column(name = "caught_up")
    public long caughtUpTo;

    @Column(name = "delivered")
    public long lastDeliveredPosition;

    /** All withdrawals for safety up to here were sent ahead of their turn, or their turn has come. */
    @Column(name = "looked_ahead")
    public long lookedAheadTo;

    /** The delivery whose turn it is; it is sent until it is acknowledged or set aside, and later changes wait for it. */
    @Column(name = "head")
    @Nullable
    public UUID pendingDeliveryId;

    @Column(name = "deliveries")
    public long deliveryCount;

    @Embedded
    public AttemptSchedule attempts = new AttemptSchedule();

    @Column(name = "claim")
    @Nullable
    public UUID claimId;

    @Column(name = "claimed_until")
    @Nullable
    public Instant claimedUntil;

    @Column(name = "by_hand_until")
    @Nullable
    public Instant manualDeliveryUntil;

    /** Whether the manual delivery is a change. */
    public boolean replaying;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "verified_at")
    @Nullable
    public Instant verifiedAt;

    /** Whether the actor owns it or is an admin. */
    public boolean isVisibleTo(Actor actor) {
        return ownerId.equals(actor.id()) || actor.role() == Role.ADMIN;
    }

    /** @throws org.putokaz.problem.InvalidValueException when the rules for URLs have changed and exclude this one */
    public WebhookUrl webhookUrl() {
        return WebhookUrl.parse(url, true);
    }

    /** The host, also of a URL that {@link #webhookUrl} rejects. */
    String host() {
        return Objects.requireNonNullElse(URI.create(url).getHost(), "");
    }

    /** Sorted by name; empty for all families. */
    public Set<String> familyNames() {
        return families.isEmpty() ? Set.of() : new TreeSet<>(List.of(families.split(",")));
    }

    public boolean isActive() {
        return status == EndpointStatus.ACTIVE;
    }

    /** Whether a change is being sent on request. Until that ends, no later change of its entry may arrive before it. */
    public boolean isReplaying(Instant now) {
        return replaying && manualDeliveryUntil != null && manualDeliveryUntil.isAfter(now);
    }

    private boolean isVerified() {
        return status == EndpointStatus.ACTIVE || status == EndpointStatus.PAUSED;
    }

    /** @throws org.putokaz.problem.ProblemException 409 unless it is active or paused */
    public void requireVerified() {
        if (!isVerified()) {
            throw ProblemType.CONFLICT.because("webhook-must-be-verified");
        }
    }

    /** Activates an endpoint that was unverified or disabled. */
    public void markVerified(Instant now) {
        if (!isVerified()) {
            verifiedAt = now;
            activate(now);
        }
    }

    /** @throws org.putokaz.problem.ProblemException 409 unless it is active or paused */
    public void pause() {
        requireVerified();
        if (isActive()) {
            deactivate(EndpointStatus.PAUSED, StatusReason.ASKED);
        }
    }

    /**
     * Activates it, and makes the next attempt due now.
     *
     * @throws org.putokaz.problem.ProblemException 409 unless it is active or paused
     */
    public void resume(Instant now) {
        requireVerified();
        activate(now);
    }

    private void activate(Instant now) {
        status = EndpointStatus.ACTIVE;
        statusReason = null;
        attempts.restart(now);
    }

    public void deactivate(EndpointStatus inactive, StatusReason reason) {
        status = inactive;
        statusReason = reason;
    }

    /**
     * Continues after another position, and forgets the pending delivery; its change is sent again when its turn comes.
     */
    public void moveToPosition(UUID feed, FeedTokenResolver.ReadPosition place, Instant now) {
        feedId = feed;
        acknowledgedUpTo = place.position();
        caughtUpTo = place.completeUpTo();
        lastDeliveredPosition = place.position();
        lookedAheadTo = place.position();
        pendingDeliveryId = null;
        attempts.makeDue(now);
    }

    /** Records that no wanted change is left up to this position. */
    public void recordCaughtUp(long position) {
        acknowledgedUpTo = Math.max(acknowledgedUpTo, position);
        caughtUpTo = acknowledgedUpTo;
    }

    public void claim(UUID id, Instant until) {
        claimId = id;
        claimedUntil = until;
    }

    public void releaseClaim() {
        claimId = null;
        claimedUntil = null;
    }

    /** The number of the next delivery: 1, 2, 3 and so on for each endpoint. */
    public long nextDeliveryNumber() {
        return ++deliveryCount;
    }

    /** Records that the pending delivery was acknowledged. */
    public void recordAcknowledgement(long position, Instant now) {
        lastDeliveredPosition = position;
        passOver(position, now);
    }

    /** Goes on after the pending delivery, which later changes do not wait for any more. */
    public void passOver(long position, Instant now) {
        pendingDeliveryId = null;
        acknowledgedUpTo = position;
        attempts.restart(now);
    }
}
