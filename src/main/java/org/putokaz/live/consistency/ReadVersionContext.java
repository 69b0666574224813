package org.putokaz.live.consistency;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.FeedState;
import org.putokaz.live.feed.FeedPositionRepository;

/**
 * The one look at the store that a request takes ({@link ConsistentRead}): where the feed stood, for as long as it lasts. What
 * is read within it is committed, so it may be remembered; what is read while somebody publishes may be taken back.
 */
@RequestScoped
public class ReadVersionContext {

    /**
     * Where the feed stands, and when something is going to happen.
     *
     * @param upcoming the earliest moment announced, null when there is none; it may be past, and then the change is late
     * @param mark all of this in one text, as {@link FeedPositionRepository#MARK} writes it
     */
    public record Standing(FeedState feed, @Nullable Instant upcoming, String mark) {}

    /** The feed has moved since the look began. */
    static final class Moved extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Moved() {
            super("The feed has moved", null, false, false);
        }
    }

    private @Nullable Standing standing;
    private boolean held;
    private boolean confirmed;

    /** The feed as of this look; null outside one. */
    @Nullable
    public FeedState feed() {
        return standing == null ? null : standing.feed();
    }

    /** @param snapshot whether the database holds that state for as long as the look lasts */
    void begin(Standing now, boolean snapshot) {
        standing = now;
        held = snapshot;
        confirmed = snapshot;
    }

    void end() {
        standing = null;
    }

    /** What a statement is to bring along, so that it is seen to be of this state; null where nothing is. */
    @Nullable
    String mark() {
        return standing == null || held ? null : standing.mark();
    }

    /**
     * A statement that was to bring the mark has been read. One mark is enough for all that was read before it, because
     * the feed does not move back. (What is announced may, but no rows depend on that.)
     *
     * @param brought null when there was no row to bring it
     * @throws Moved when it is not the mark of this look
     */
    void confirm(@Nullable String brought) {
        if (brought != null && !brought.equals(mark())) {
            throw new Moved();
        }
        confirmed = brought != null;
    }

    /** Whether everything so far is known to have been read from the state of this look. */
    boolean isConfirmed() {
        return confirmed;
    }
}
