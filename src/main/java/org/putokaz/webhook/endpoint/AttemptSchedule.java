package org.putokaz.webhook.endpoint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Failed attempts at an endpoint in a row, and when the next attempt in turn is due. */
@Embeddable
@NullUnmarked
public class AttemptSchedule {

    /** Failed attempts in a row. */
    public int failures;

    /** When the first of the failed attempts was made; null when nothing fails, or not everything. */
    @Column(name = "failing_since")
    @Nullable
    public Instant failingSince;

    @Column(name = "due_at")
    public Instant nextAttemptAt;

    /** Whether the next attempt in turn is due. */
    public boolean isDue(Instant now) {
        return !nextAttemptAt.isAfter(now);
    }

    /** Makes the next attempt due, and keeps the failures. */
    void makeDue(Instant now) {
        nextAttemptAt = now;
    }

    /** Forgets the failures, and makes the next attempt due. */
    void restart(Instant now) {
        failures = 0;
        failingSince = null;
        makeDue(now);
    }

    /** Records that a delivery out of turn was acknowledged: the endpoint is not failing altogether. */
    public void recordAcknowledgementOutOfTurn() {
        failingSince = null;
    }

    public void recordFailure(Instant now, Instant nextAttempt) {
        failures++;
        failingSince = failingSince == null ? now : failingSince;
        nextAttemptAt = nextAttempt;
    }
}
