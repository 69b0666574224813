package org.putokaz.live;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Knows how far the feed has come, and wakes whoever follows it (docs/decisions/0017): at once for what is published in
 * this process, within a second for what another node publishes.
 */
@ApplicationScoped
public class FeedWatch {

    /** Once the clock is wound. */
    private static final int AT_START = FeedClock.AT_START + 1;

    private static final Duration LOOK_TAKES = Duration.ofSeconds(2);
    private static final Logger LOG = Logger.getLogger(FeedWatch.class);

    private final FeedClock clock;
    private final TransactionSynchronizationRegistry transactions;
    private final DataSource database;
    private final FeedConfig config;
    private final AtomicLong position = new AtomicLong();
    private final AtomicReference<@Nullable Instant> awaited = new AtomicReference<>();
    private final long patienceNanos;
    private volatile long lookedAt;
    private volatile long announcedAt;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private @Nullable FeedListener listener;

    @Inject
    FeedWatch(
            FeedClock clock, TransactionSynchronizationRegistry transactions, DataSource database, FeedConfig config) {
        this.clock = clock;
        this.transactions = transactions;
        this.database = database;
        this.config = config;
        this.patienceNanos = config.look().multipliedBy(2).plus(LOOK_TAKES).toNanos();
    }

    void begin(@Observes @Priority(AT_START) StartupEvent start) {
        position.set(QuarkusTransaction.requiringNew().call(clock::read).position());
        lookedAt = System.nanoTime();
        announcedAt = lookedAt;
        listener = new FeedListener(database, config.look(), this::saw);
        listener.start();
    }

    void end(@Observes ShutdownEvent stop) {
        if (listener != null) {
            listener.end();
        }
    }

    /** The last position that is known of here; whoever reads the feed now finds at least that much. */
    public long position() {
        return position.get();
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
     * Has somebody called whenever the feed has grown, on whatever thread found out; so the call must return at once.
     * Several changes may come as one call. Whoever joins looks for himself first.
     *
     * @return to be closed when he has seen enough
     */
    public Following follow(Runnable wake) {
        followers.add(wake);
        return () -> followers.remove(wake);
    }

    /** Ends a following; nothing is wrong when it has ended before. */
    @FunctionalInterface
    public interface Following extends AutoCloseable {

        @Override
        void close();
    }

    /** To be called in the transaction that moves the clock: tells everybody once it is committed. */
    void willReach(long reached) {
        transactions.registerInterposedSynchronization(new OnCommit(() -> reached(reached)));
    }

    /** To be called in the transaction that announces a change or forgets one: what is awaited once that is committed. */
    void willAwait(@Nullable Instant next) {
        transactions.registerInterposedSynchronization(new OnCommit(() -> {
            awaited.set(next);
            announcedAt = System.nanoTime();
        }));
    }

    private record OnCommit(Runnable action) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // There is nothing to prepare.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                action.run();
            }
        }
    }

    private void saw(long lookBegan, long reached, @Nullable Instant announced) {
        lookedAt = lookBegan;
        if (lookBegan - announcedAt > 0) {
            // Otherwise it looked at what has been announced differently since.
            awaited.set(announced);
        }
        reached(reached);
    }

    private void reached(long reached) {
        if (position.getAndAccumulate(reached, Math::max) < reached) {
            followers.forEach(FeedWatch::wake);
        }
    }

    private static void wake(Runnable follower) {
        try {
            follower.run();
        } catch (RuntimeException thrown) {
            // Whoever published is not to suffer for it, nor the next in the row.
            LOG.error("A follower of the feed could not be woken", thrown);
        }
    }
}
