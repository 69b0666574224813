package org.putokaz.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.FeedSource;
import org.putokaz.live.feed.FeedPosition;

/** One computation of an answer, and whoever waits for it instead of making it once more. */
public final class InFlightResponse {

    private final Supplier<FeedPosition> now;
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean landed;
    private volatile int wanted;
    private volatile FeedPosition place;

    /** @param now where the feed stands, as far as it is known here */
    InFlightResponse(Supplier<FeedPosition> now) {
        this.now = now;
        this.place = now.get();
    }

    /** It is only now that the answer is made: to be called before the store is read. */
    public void begin() {
        place = now.get();
    }

    /**
     * Where the feed stood when the answer began to be made, or in what it was read from, whichever is earlier: what it
     * shows is at least this far; if further, it is made again.
     *
     * @param source null when it was not read from the store
     */
    FeedPosition place(@Nullable FeedSource source) {
        FeedPosition begun = place;
        if (source == null) {
            return begun;
        }
        FeedPosition read = new FeedPosition(source.feedId(), source.collationVersion(), source.position());
        return read.isComparableTo(begun) && begun.position() < read.position() ? begun : read;
    }

    /** False when it is over: then nobody would call. */
    synchronized boolean join(Runnable onLanding) {
        if (landed) {
            return false;
        }
        waiting.add(onLanding);
        wanted = waiting.size();
        return true;
    }

    /** How many wait for it. */
    public int wanted() {
        return wanted;
    }

    /** Calls all who wait, once; false when that has been done. */
    boolean land() {
        List<Runnable> called;
        synchronized (this) {
            if (landed) {
                return false;
            }
            landed = true;
            called = List.copyOf(waiting);
            waiting.clear();
        }
        called.forEach(Runnable::run);
        return true;
    }
}
