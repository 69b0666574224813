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
 * Tracker of feed changes that decides whether a response is still current: a response outlives changes of entries it
 * does not depend on.
 *
 * <h2>Concurrency</h2>
 * The state is one immutable {@link ChangeHistory} in a volatile field, replaced by compare-and-set; the update that
 * loses a race is dropped, and {@link #catchUp()} reads those changes from the database. {@link #isCurrent} takes no
 * lock and does not block.
 *
 * <h2>Consistency</h2>
 * A publication on this node is recorded by {@link #onPublished} before the known feed position moves, so there is no
 * interval in which every response counts as changed. Publications of other nodes move the position first; until
 * {@link #catchUp()} has read them, responses from before count as changed. {@link #isCurrent} reads the feed
 * position before the history.
 *
 * <h2>Bounds</h2>
 * {@value ChangeHistory#MAX_ENTRIES} entries and all families in memory; {@value #BATCH_SIZE} changes for each read.
 *
 * <h2>Failure</h2>
 * When the database is unreachable, {@link #catchUp()} fails and the history stays as it is. When the feed is no longer
 * comparable, as after a restore, the history starts anew.
 */
@Singleton
class ChangeTracker implements PublicationListener {

    private static final int BATCH_SIZE = 1000;

    private final FeedNotifier feedNotifier;
    private final ChangeFeed feed;
    private volatile ChangeHistory history;

    @Inject
    ChangeTracker(FeedNotifier feedNotifier, ChangeFeed feed) {
        this.feedNotifier = feedNotifier;
        this.feed = feed;
        this.history = ChangeHistory.startingAt(feedNotifier.feedPosition());
    }

    /** Records changes published on this node; changes that are not contiguous are left to {@link #catchUp()}. */
    @Override
    public void onPublished(List<EntryChange> changes) {
        ChangeHistory before = history;
        if (before.isContiguousWith(changes)) {
            replace(before, before.plus(changes, changes.get(changes.size() - 1).position()));
        }
    }

    /**
     * Reads the next batch of changes from the database, up to the known feed position.
     *
     * @return whether there is more to read
     */
    boolean catchUp() {
        return catchUpTo(feedNotifier.feedPosition());
    }

    private boolean catchUpTo(FeedPosition position) {
        ChangeHistory before = history;
        if (!before.isComparableTo(position)) {
            replace(before, ChangeHistory.startingAt(position));
            return false;
        }
        return !before.includes(position) && QuarkusTransaction.requiringNew().call(() -> readChangesAfter(before));
    }

    private boolean readChangesAfter(ChangeHistory before) {
        // The position is read first: changes committed between the two queries are recorded, and read again next time.
        long position = feed.currentState().position();
        List<EntryChange> changes = feed.changesAfter(before.lastPosition(), BATCH_SIZE);
        boolean more = changes.size() == BATCH_SIZE;
        ChangeHistory after =
                before.plus(changes, more ? changes.get(BATCH_SIZE - 1).position() : position);
        return !replace(before, after) || more;
    }

    /** Replaces the history, unless another thread has done so. */
    private synchronized boolean replace(ChangeHistory before, ChangeHistory after) {
        if (history != before) {
            return false;
        }
        history = after;
        return true;
    }

    /** Whether a response with these dependencies, valid at {@code validFrom}, would be the same if computed now. */
    boolean isCurrent(FeedPosition validFrom, ResponseDependencies dependencies) {
        FeedPosition now = feedNotifier.feedPosition();
        ChangeHistory latest = history;
        return validFrom.isComparableTo(now)
                && (validFrom.position() >= now.position()
                        || latest.includes(now) && !latest.affects(dependencies, validFrom.position()));
    }
}
