package org.putokaz.sync.push;

import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.atomic.AtomicBoolean;
import org.putokaz.sync.feed.ChangePage;
import org.putokaz.sync.feed.FeedQuery;
import org.putokaz.sync.feed.FeedQueryService;

/** Somebody who waits for a change: knows what was found for him last, and is answered once. */
final class PendingPoll {

    private final UniEmitter<? super ChangePage> emitter;
    private final AtomicBoolean gone = new AtomicBoolean();
    private volatile FeedQueryService.Answer latest;

    PendingPoll(UniEmitter<? super ChangePage> emitter, FeedQueryService.Answer latest) {
        this.emitter = emitter;
        this.latest = latest;
    }

    void learn(FeedQueryService.Answer answer) {
        latest = answer;
    }

    /** Where he sits: with all others who wait for the same. */
    FeedQuery seat() {
        return latest.next();
    }

    boolean isGone() {
        return gone.get();
    }

    /** Answers with the latest, or does nothing where that is done; says whether it was this call that did it. */
    boolean leave() {
        if (!gone.compareAndSet(false, true)) {
            return false;
        }
        emitter.complete(latest.page());
        return true;
    }
}
