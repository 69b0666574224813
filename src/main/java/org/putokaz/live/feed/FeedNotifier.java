package org.putokaz.live.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.FeedState;

/**
 * Notifier of the feed's progress: holds the last known position and the next scheduled change, and calls subscribers when
 * the position has grown (docs/decisions/0017).
 *
 * <h2>Sources</h2>
 *
 * Transactions of this process report after their commit. Publications of other nodes are found by the {@link FeedPoller}, at
 * once where the database sends notifications, otherwise within the interval {@link FeedConfig#look}.
 *
 * <h2>Order</h2>
 *
 * After a commit the last known {@link FeedVersion} is dropped, {@link PublicationListener}s receive the changes, the
 * position is updated and subscribers are called. The next scheduled change is updated after all of that. After a poll it
 * is the same, without listeners.
 *
 * <h2>Concurrency</h2>
 *
 * The position is updated under the monitor of this object and read without it. Listeners and subscribers are called
 * outside of the monitor, on the publishing or the polling thread. Several changes may come as one call.
 *
 * <h2>Failure</h2>
 *
 * Exceptions of listeners and subscribers are logged. They affect neither the publication nor the others.
 */
@Singleton
public class FeedNotifier {

    /** After the feed row was inserted. */
    private static final int STARTUP_PRIORITY = FeedInitialiser.STARTUP_PRIORITY + 1;

    private static final UUID NO_FEED = new UUID(0, 0);
    private static final Duration POLL_TIMEOUT = Duration.ofSeconds(2);
    private static final Logger LOG = Logger.getLogger(FeedNotifier.class);

    private final FeedPositionRepository positions;
    private final FeedVersionRepository versions;
    private final TransactionSynchronizationRegistry transactions;
    private final DataSource database;
    private final Duration pollInterval;
    private volatile FeedPosition feedPosition = new FeedPosition(NO_FEED, "", 0);
    private final AtomicReference<@Nullable Instant> nextScheduledChange = new AtomicReference<>();
    private final long reachabilityTimeoutNanos;
    private volatile long lastPollNanos;
    private volatile long lastScheduleUpdateNanos;
    private final List<Runnable> subscribers = new CopyOnWriteArrayList<>();
    private final List<PublicationListener> publicationListeners = new CopyOnWriteArrayList<>();
    private @Nullable FeedPoller poller;

    @Inject
    FeedNotifier(
            FeedPositionRepository positions,
            FeedVersionRepository versions,
            TransactionSynchronizationRegistry transactions,
            DataSource database,
            FeedConfig config) {
        this.positions = positions;
        this.versions = versions;
        this.transactions = transactions;
        this.database = database;
        this.pollInterval = config.look();
        this.reachabilityTimeoutNanos =
                pollInterval.multipliedBy(2).plus(POLL_TIMEOUT).toNanos();
    }

    void start(@Observes @Priority(STARTUP_PRIORITY) StartupEvent start) {
        FeedState feed = QuarkusTransaction.requiringNew().call(positions::currentState);
        feedPosition = new FeedPosition(feed.id(), feed.collationVersion(), feed.position());
        lastPollNanos = System.nanoTime();
        lastScheduleUpdateNanos = lastPollNanos;
        poller = new FeedPoller(database, pollInterval, this::onFeedPolled);
        poller.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        if (poller != null) {
            poller.close();
        }
    }

    /** The last position known to this process; a query of the feed finds at least that position. */
    public long position() {
        return feedPosition.position();
    }

    /** The last position known to this process, with the feed that it belongs to. */
    public FeedPosition feedPosition() {
        return feedPosition;
    }

    /**
     * When the store is going to change next, as far as known here: at once for what this process schedules, within the
     * polling interval for other nodes. A time in the past means that the change is overdue; null that none is scheduled.
     */
    public @Nullable Instant nextScheduledChange() {
        return nextScheduledChange.get();
    }

    /** Whether the last poll of the database succeeded lately; otherwise changes of other nodes may be unknown here. */
    public boolean isDatabaseReachable() {
        return System.nanoTime() - lastPollNanos < reachabilityTimeoutNanos;
    }

    /** State of the store's progress that decides how long a cached response may be used. */
    public record CacheValidity(
            boolean databaseReachable, @Nullable Instant nextScheduledChange) {}

    /**
     * The validity of cached responses as of now. Take it before checking whether a response is current, so that a change in
     * between makes the response outdated and never longer-lived.
     */
    public CacheValidity cacheValidity() {
        return new CacheValidity(isDatabaseReachable(), nextScheduledChange.get());
    }

    /** Registration of a subscriber. Closing it a second time has no effect. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Registers a subscriber.
     *
     * @param subscriber called whenever the position has grown, on any thread; must return at once
     */
    public Subscription subscribe(Runnable subscriber) {
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    public void addPublicationListener(PublicationListener listener) {
        publicationListeners.add(listener);
    }

    /**
     * Has the current transaction, which advances the feed row, report that after its commit.
     *
     * @param changes for the {@link PublicationListener}s; empty for an import, whose changes are read from the feed instead
     */
    public void onCommitAdvanceTo(long reached, List<EntryChange> changes) {
        PostCommitActions.of(transactions).addAdvance(() -> {
            versions.onPositionReached(reached);
            publicationListeners.forEach(listener -> notifySafely(() -> listener.onPublished(changes)));
            updatePosition(known -> known.position() < reached ? known.withPosition(reached) : known);
        });
    }

    /** Has the current transaction report the next scheduled change after its commit. */
    void onCommitSchedule(@Nullable Instant next) {
        PostCommitActions.of(transactions).addScheduleUpdate(() -> {
            versions.onScheduledChangeUpdated();
            nextScheduledChange.set(next);
            lastScheduleUpdateNanos = System.nanoTime();
        });
    }

    /** Takes over the result of a poll, as {@link FeedPoller.PollListener} describes it. */
    void onFeedPolled(long startedNanos, FeedPosition polled, @Nullable Instant nextScheduled) {
        FeedPosition known = feedPosition;
        if (!known.isComparableTo(polled) || known.position() < polled.position()) {
            versions.onPositionReached(polled.position());
            updatePosition(now -> now.isComparableTo(polled) && now.position() > polled.position() ? now : polled);
        }
        // After the position, as for a transaction of this process. A poll that began before the last update is
        // outdated.
        if (startedNanos - lastScheduleUpdateNanos > 0) {
            nextScheduledChange.set(nextScheduled);
        }
        lastPollNanos = startedNanos;
    }

    private void updatePosition(UnaryOperator<FeedPosition> update) {
        boolean changed;
        synchronized (this) {
            FeedPosition before = feedPosition;
            feedPosition = update.apply(before);
            changed = !feedPosition.equals(before);
        }
        if (changed) {
            subscribers.forEach(FeedNotifier::notifySafely);
        }
    }

    private static void notifySafely(Runnable notification) {
        try {
            notification.run();
        } catch (RuntimeException thrown) {
            LOG.error("A subscriber of the feed failed", thrown);
        }
    }
}
