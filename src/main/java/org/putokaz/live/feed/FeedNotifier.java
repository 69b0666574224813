package org.putokaz.live.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
 * Knows how far the feed has come, and wakes whoever follows it (docs/decisions/0017): at once for what is published in
 * this process, within a second for what another node publishes.
 */
@Singleton
public class FeedNotifier {

    /** Once the clock is wound. */
    private static final int AT_START = FeedPositionRepository.AT_START + 1;

    private static final UUID NOWHERE = new UUID(0, 0);
    private static final Duration LOOK_TAKES = Duration.ofSeconds(2);
    private static final Logger LOG = Logger.getLogger(FeedNotifier.class);

    private final FeedPositionRepository clock;
    private final TransactionSynchronizationRegistry transactions;
    private final DataSource database;
    private final FeedConfig config;
    private volatile Place place = new Place(NOWHERE, "", 0);
    private final AtomicReference<@Nullable Instant> awaited = new AtomicReference<>();
    private final long patienceNanos;
    private volatile long lookedAt;
    private volatile long announcedAt;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private final List<Forerunner> forerunners = new CopyOnWriteArrayList<>();
    private @Nullable FeedPoller listener;

    @Inject
    FeedNotifier(
            FeedPositionRepository clock,
            TransactionSynchronizationRegistry transactions,
            DataSource database,
            FeedConfig config) {
        this.clock = clock;
        this.transactions = transactions;
        this.database = database;
        this.config = config;
        this.patienceNanos = config.look().multipliedBy(2).plus(LOOK_TAKES).toNanos();
    }

    void begin(@Observes @Priority(AT_START) StartupEvent start) {
        FeedState feed = QuarkusTransaction.requiringNew().call(clock::read);
        place = new Place(feed.id(), feed.collationVersion(), feed.position());
        lookedAt = System.nanoTime();
        announcedAt = lookedAt;
        listener = new FeedPoller(database, config.look(), this::saw);
        listener.start();
    }

    void end(@Observes ShutdownEvent stop) {
        if (listener != null) {
            listener.end();
        }
    }

    /** The last position that is known of here; whoever reads the feed now finds at least that much. */
    public long position() {
        return place.position();
    }

    /** The same, with what it is a position in. */
    public Place place() {
        return place;
    }

    /**
     * A position means something in its own feed only, and lists by name only among sort keys of one making.
     *
     * @param feed another one when the database was restored, be it under a running node
     * @param collation what the sort keys were made by; another one when another node has brought a newer release
     */
    public record Place(UUID feed, String collation, long position) {

        /** Whether one of the two can be reached from the other by publishing. */
        public boolean isInTheSameAs(Place other) {
            return feed.equals(other.feed) && collation.equals(other.collation);
        }

        private Place at(long moved) {
            return new Place(feed, collation, moved);
        }
    }

    /**
     * When the store is going to change, as far as it is known here: at once where this process announces it, within a
     * second where another node does; it may be past, and then the change is late. Null when nothing is announced.
     */
    public @Nullable Instant awaited() {
        return awaited.get();
    }

    /** Whether the database has answered lately; if not, another node may have published what this one does not know. */
    public boolean isInTouch() {
        return System.nanoTime() - lookedAt < patienceNanos;
    }

    /**
     * How long what is read now may count on holding.
     *
     * @param inTouch {@link #isInTouch}
     * @param awaited {@link #awaited}
     */
    public record Outlook(boolean inTouch, @Nullable Instant awaited) {}

    /** To be taken before it is looked whether an answer is current: what changes in between makes it old, not longer-lived. */
    public Outlook outlook() {
        return new Outlook(isInTouch(), awaited.get());
    }

    /**
     * Has somebody called whenever the feed has grown, on whatever thread found out; so the call must return at once.
     * Several changes may come as one call. Whoever joins looks for himself first.
     *
     * @return to be closed when he has seen enough
     */
    public Following follow(Runnable wake) {
        followers.add(wake);
        return () -> followers.remove(wake);
    }

    /** Has somebody told of changes before anybody else. */
    public void tellFirst(Forerunner forerunner) {
        forerunners.add(forerunner);
    }

    /** Whoever wants to know what this process has changed before anybody can ask for it. */
    @FunctionalInterface
    public interface Forerunner {

        /**
         * Called by whoever has published, who waits for it: nothing may be read here.
         *
         * @param changes in the order of their positions, without a gap
         */
        void published(List<ChangeFeed.Changed> changes);
    }

    /** Ends a following; nothing is wrong when it has ended before. */
    @FunctionalInterface
    public interface Following extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * To be called in the transaction that moves the clock: tells everybody once it is committed.
     *
     * @param changes what it has changed, as far as that is to be told first
     */
    public void willReach(long reached, List<ChangeFeed.Changed> changes) {
        onCommit().moves.add(() -> {
            clock.hasReached(reached);
            forerunners.forEach(forerunner -> call(() -> forerunner.published(changes)));
            move(known -> known.position() < reached ? known.at(reached) : known);
        });
    }

    /** To be called in the transaction that announces a change or forgets one: what is awaited once that is committed. */
    void willAwait(@Nullable Instant next) {
        onCommit().announcements.add(() -> {
            clock.isAnnouncedDifferently();
            awaited.set(next);
            announcedAt = System.nanoTime();
        });
    }

    private OnCommit onCommit() {
        OnCommit known = (OnCommit) transactions.getResource(OnCommit.class);
        if (known == null) {
            known = new OnCommit();
            transactions.putResource(OnCommit.class, known);
            transactions.registerInterposedSynchronization(known);
        }
        return known;
    }

    /**
     * What a transaction has to tell. First what has changed, and only then what is awaited: the other way round an answer
     * from before the change would for a moment count as current and as awaiting nothing.
     */
    private static final class OnCommit implements Synchronization {

        private final List<Runnable> moves = new ArrayList<>();
        private final List<Runnable> announcements = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            // There is nothing to prepare.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                moves.forEach(Runnable::run);
                announcements.forEach(Runnable::run);
            }
        }
    }

    /** What a look at the clock row has shown, as {@link FeedPoller.Report} tells it. */
    void saw(long lookBegan, Place seen, @Nullable Instant announced) {
        Place known = place;
        if (!known.isInTheSameAs(seen) || known.position() < seen.position()) {
            clock.hasReached(seen.position());
            move(now -> now.isInTheSameAs(seen) && now.position() > seen.position() ? now : seen);
        }
        // After that, as for a transaction of this process.
        if (lookBegan - announcedAt > 0) {
            // Otherwise it looked at what has been announced differently since.
            awaited.set(announced);
        }
        lookedAt = lookBegan;
    }

    private void move(UnaryOperator<Place> step) {
        boolean moved;
        synchronized (this) {
            Place before = place;
            place = step.apply(before);
            moved = !place.equals(before);
        }
        if (moved) {
            followers.forEach(FeedNotifier::call);
        }
    }

    private static void call(Runnable follower) {
        try {
            follower.run();
        } catch (RuntimeException thrown) {
            // Whoever published is not to suffer for it, nor the next in the row.
            LOG.error("A follower of the feed could not be told", thrown);
        }
    }
}
