package org.putokaz.live.feed;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Whatever keeps itself in step with the feed: one thread that reads on from its own place, sleeps at the end, is woken by
 * the next publication, and looks again now and then in case it was not. A database that is away is asked until it is back.
 */
public final class FeedConsumer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(FeedConsumer.class);
    private static final long AT_LATEST_MILLIS = 1000;
    private static final long PATIENCE_MILLIS = 10_000;

    private final BooleanSupplier readSome;
    private final Semaphore calls = new Semaphore(0);
    private final FeedNotifier.Following following;
    private final Thread thread;
    private volatile boolean over;
    private boolean away;

    private FeedConsumer(String name, FeedNotifier watch, BooleanSupplier readSome) {
        this.readSome = readSome;
        this.thread = new Thread(this::work, name);
        this.thread.setDaemon(true);
        this.following = watch.follow(this::wake);
    }

    /**
     * Begins to follow.
     *
     * @param readSome reads a stretch from its own place and says whether there is more; called on one thread only; may
     *     throw, and is then called again in a second
     */
    public static FeedConsumer start(String name, FeedNotifier watch, BooleanSupplier readSome) {
        FeedConsumer follower = new FeedConsumer(name, watch, readSome);
        follower.thread.start();
        return follower;
    }

    /** Has it look again at once. */
    public void wake() {
        calls.release();
    }

    private void work() {
        while (!over) {
            try {
                while (!over && readSome.getAsBoolean()) {
                    calls.drainPermits();
                }
                recovered();
            } catch (RuntimeException thrown) {
                failed(thrown);
            }
            sleep();
        }
    }

    private void recovered() {
        if (away) {
            LOG.infof("%s follows the feed again", thread.getName());
            away = false;
        }
    }

    private void failed(RuntimeException thrown) {
        if (!away) {
            LOG.warnf(thrown, "%s cannot follow the feed for now", thread.getName());
            away = true;
        }
    }

    private void sleep() {
        try {
            if (calls.tryAcquire(AT_LATEST_MILLIS, TimeUnit.MILLISECONDS)) {
                calls.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            over = true;
        }
    }

    /** Ends it, once the stretch in hand is read. */
    @Override
    public void close() {
        following.close();
        over = true;
        wake();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
