package org.putokaz.sync.push;

import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.atomic.AtomicBoolean;
import org.putokaz.sync.feed.ChangePage;
import org.putokaz.sync.feed.FeedQuery;
import org.putokaz.sync.feed.FeedResult;

/**
 * Pending long-poll request with the latest result of its query. It is completed once, by whichever thread is first.
 */
final class PendingPoll {

    private final UniEmitter<? super ChangePage> emitter;
    private final AtomicBoolean completed = new AtomicBoolean();
    private volatile FeedResult latest;

    PendingPoll(UniEmitter<? super ChangePage> emitter, FeedResult latest) {
        this.emitter = emitter;
        this.latest = latest;
    }

    void update(FeedResult result) {
        latest = result;
    }

    /** The query that continues after the latest result, and by which pending requests are grouped. */
    FeedQuery query() {
        return latest.next();
    }

    boolean isCompleted() {
        return completed.get();
    }

    /** Responds with the latest result, unless that is done. Returns whether this call did it. */
    boolean complete() {
        if (!completed.compareAndSet(false, true)) {
            return false;
        }
        emitter.complete(latest.toPage());
        return true;
    }
}
