package org.putokaz.cache;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.live.feed.EntryChange;
import org.putokaz.live.feed.FeedNotifier;
import org.putokaz.live.feed.FeedPosition;
import org.putokaz.live.feed.PublicationListener;

/**
 * What changed last, and where: an answer outlives the changes of what it was not made of. It is told before anybody else
 * of what is published here, so that there is no moment at which everything might have changed.
 */
@Singleton
class ChangeTracker implements PublicationListener {

    private static final int AT_ONCE = 1000;

    private final FeedNotifier watch;
    private final ChangeFeed feed;
    private volatile ChangeHistory seen;

    @Inject
    ChangeTracker(FeedNotifier watch, ChangeFeed feed) {
        this.watch = watch;
        this.feed = feed;
        this.seen = ChangeHistory.from(watch.feedPosition());
    }

    @Override
    public void onPublished(List<EntryChange> changes) {
        ChangeHistory before = seen;
        if (before.isFollowedBy(changes)) {
            // Where another one came first, the changes are read, like those that are not told in order.
            replace(before, before.and(changes, changes.get(changes.size() - 1).position()));
        }
    }

    /** Reads on, and says whether there is more. */
    boolean read() {
        return readUpTo(watch.feedPosition());
    }

    private boolean readUpTo(FeedPosition place) {
        ChangeHistory before = seen;
        if (!before.isOf(place)) {
            replace(before, ChangeHistory.from(place));
            return false;
        }
        return !before.covers(place) && QuarkusTransaction.requiringNew().call(() -> readAfter(before));
    }

    private boolean readAfter(ChangeHistory before) {
        // First the clock: what is published in between is counted, and read once more the next time.
        long position = feed.currentState().position();
        List<EntryChange> changes = feed.changesAfter(before.upTo(), AT_ONCE);
        boolean more = changes.size() == AT_ONCE;
        ChangeHistory after =
                before.and(changes, more ? changes.get(AT_ONCE - 1).position() : position);
        return !replace(before, after) || more;
    }

    /** Unless somebody else was quicker. */
    private synchronized boolean replace(ChangeHistory before, ChangeHistory after) {
        if (seen != before) {
            return false;
        }
        seen = after;
        return true;
    }

    /** Whether what was read from the store, when it stood there, is what one would read now. */
    boolean isCurrent(FeedPosition read, ResponseDependencies answer) {
        FeedPosition now = watch.feedPosition();
        ChangeHistory latest = seen;
        return read.isComparableTo(now)
                && (read.position() >= now.position()
                        || latest.covers(now) && !latest.haveTouched(answer, read.position()));
    }
}
