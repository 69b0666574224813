package org.putokaz.cache;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.putokaz.live.ChangeFeed;
import org.putokaz.live.FeedWatch;

/** What changed last, and where: an answer outlives the changes of what it was not made of. */
@ApplicationScoped
class LastChanges {

    private static final int AT_ONCE = 1000;

    private final FeedWatch watch;
    private final ChangeFeed feed;
    private volatile SeenChanges seen;

    @Inject
    LastChanges(FeedWatch watch, ChangeFeed feed) {
        this.watch = watch;
        this.feed = feed;
        this.seen = SeenChanges.from(watch.place());
    }

    /** Reads on, and says whether there is more; on one thread only. */
    boolean read() {
        SeenChanges before = seen;
        FeedWatch.Place now = watch.place();
        if (!before.isOf(now)) {
            seen = SeenChanges.from(now);
        } else if (!before.covers(now)) {
            return QuarkusTransaction.requiringNew().call(() -> readAfter(before));
        }
        return false;
    }

    private boolean readAfter(SeenChanges before) {
        // First the clock: what is published in between is counted, and read once more the next time.
        long position = feed.now().position();
        List<ChangeFeed.Changed> changes = feed.changedAfter(before.upTo(), AT_ONCE);
        boolean more = changes.size() == AT_ONCE;
        seen = before.and(changes, more ? changes.get(AT_ONCE - 1).position() : position);
        return more;
    }

    /** Whether what was read from the store, when it stood there, is what one would read now. */
    boolean isCurrent(FeedWatch.Place read, MadeOf answer) {
        FeedWatch.Place now = watch.place();
        SeenChanges latest = seen;
        return read.isInTheSameAs(now)
                && (read.position() >= now.position()
                        || latest.covers(now) && !latest.haveTouched(answer, read.position()));
    }
}
