package org.putokaz.live.consistency;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.FeedState;
import org.putokaz.live.feed.FeedVersion;

/**
 * Version that the current request reads the store at, while a {@link ConsistentRead} is running. What is read meanwhile is
 * committed and may be cached; what a publishing transaction reads may be rolled back.
 */
@RequestScoped
public class ReadVersionContext {

    private @Nullable FeedVersion version;
    private boolean snapshot;
    private boolean verified;

    /** The feed at the version of the running read; null when none is running. */
    public @Nullable FeedState feed() {
        return version == null ? null : version.feed();
    }

    /** @param snapshot whether the database guarantees the version, so that nothing has to be verified */
    void open(FeedVersion readVersion, boolean snapshot) {
        this.version = readVersion;
        this.snapshot = snapshot;
        this.verified = snapshot;
    }

    void close() {
        version = null;
    }

    /** The stamp that the next query has to return; null when nothing has to be verified. */
    @Nullable
    String expectedStamp() {
        return version == null || snapshot ? null : version.stamp();
    }

    /**
     * Verifies that a query has read the version of this read.
     *
     * @param stamp what it returned; null when it had no row, and then everything is unverified until another query does
     * @throws ConcurrentPublicationException when the stamp is another one
     */
    void verify(@Nullable String stamp) {
        if (stamp != null && !stamp.equals(expectedStamp())) {
            throw new ConcurrentPublicationException();
        }
        verified = stamp != null;
    }

    /** Whether everything read so far is known to be of the version of this read. */
    boolean isVerified() {
        return verified;
    }
}
