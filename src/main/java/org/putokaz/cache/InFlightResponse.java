package org.putokaz.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.FeedSource;
import org.putokaz.live.feed.FeedPosition;

/**
 * Single-flight entry: one computation of a response and the requests that wait for it.
 *
 * <h2>Concurrency</h2>
 * Waiters are added and completed under the object's monitor; callbacks run outside it, on the completing thread,
 * exactly once. {@link #waiterCount()} and {@link #validFrom} read volatile fields without a lock.
 *
 * <h2>Consistency</h2>
 * The feed position of the response is taken when its computation starts, before the first read of the database, and
 * never later: a response may contain newer changes than its position says, but lacks none of the older ones.
 *
 * <h2>Bounds</h2>
 * One for each request that computes a cacheable response, with one callback for each waiting request.
 *
 * <h2>Failure</h2>
 * A computation that brings no cacheable response is completed all the same, and each waiter then decides on its own.
 */
public final class InFlightResponse {

    /** Attribute of the routing context that holds the {@link InFlightResponse} of the request, where there is one. */
    public static final String IN_FLIGHT_ATTRIBUTE = InFlightResponse.class.getName();

    private final Supplier<FeedPosition> feedPosition;
    private final List<Runnable> waiters = new ArrayList<>();
    private boolean completed;
    private volatile int waiterCount;
    private volatile FeedPosition startPosition;

    /** @param feedPosition supplier of the feed position known to this node */
    InFlightResponse(Supplier<FeedPosition> feedPosition) {
        this.feedPosition = feedPosition;
        this.startPosition = feedPosition.get();
    }

    /** Marks the start of the computation after time in a queue; to be called before the database is read. */
    public void markStarted() {
        startPosition = feedPosition.get();
    }

    /**
     * Feed position from which the response is valid: the position at the start of the computation or that of the
     * data it was read from, whichever is earlier.
     *
     * @param source state of the feed the data was read from; null when it was not read from the database
     */
    FeedPosition validFrom(@Nullable FeedSource source) {
        FeedPosition start = startPosition;
        if (source == null) {
            return start;
        }
        FeedPosition read = new FeedPosition(source.feedId(), source.collationVersion(), source.position());
        return read.isComparableTo(start) && start.position() < read.position() ? start : read;
    }

    /**
     * Adds a callback to run on completion.
     *
     * @return false when the computation is completed already; the callback is not run then
     */
    synchronized boolean addWaiter(Runnable onCompletion) {
        if (completed) {
            return false;
        }
        waiters.add(onCompletion);
        waiterCount = waiters.size();
        return true;
    }

    /** Number of requests that wait for the response, besides the one that computes it. */
    public int waiterCount() {
        return waiterCount;
    }

    /**
     * Completes the computation and runs the callbacks.
     *
     * @return false when it was completed before
     */
    boolean complete() {
        List<Runnable> callbacks;
        synchronized (this) {
            if (completed) {
                return false;
            }
            completed = true;
            callbacks = List.copyOf(waiters);
            waiters.clear();
        }
        callbacks.forEach(Runnable::run);
        return true;
    }
}
