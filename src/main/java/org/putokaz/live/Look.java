package org.putokaz.live;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one look at the store that a request takes ({@link Snapshot}): where the feed stood, for as long as it lasts. What
 * is read within it is committed, so it may be remembered; what is read while somebody publishes may be taken back.
 */
@RequestScoped
class Look {

    /**
     * Where the feed stands, and when something is going to happen.
     *
     * @param upcoming the earliest moment announced, null when there is none; it may be past, and then the change is late
     */
    record Standing(Feed feed, @Nullable Instant upcoming) {}

    private @Nullable Feed feed;

    /** The feed as of this look; null outside one. */
    @Nullable
    Feed feed() {
        return feed;
    }

    void begin(Feed now) {
        feed = now;
    }

    void end() {
        feed = null;
    }
}
