package org.putokaz.cache;

import java.util.ArrayList;
import java.util.List;
import org.putokaz.live.FeedWatch;

/** One computation of an answer, and whoever waits for it instead of making it once more. */
final class Flight {

    private final FeedWatch watch;
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean landed;
    private volatile int wanted;
    private volatile FeedWatch.Place place;

    Flight(FeedWatch watch) {
        this.watch = watch;
        this.place = watch.place();
    }

    /** It is only now that the answer is made: to be called before the store is read. */
    void begin() {
        place = watch.place();
    }

    /** Where the feed stood when the answer began to be made. What it shows is at least this far; if further, it is made again. */
    FeedWatch.Place place() {
        return place;
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
    int wanted() {
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
