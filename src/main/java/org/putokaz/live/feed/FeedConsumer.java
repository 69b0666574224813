package org.putokaz.live.feed;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.putokaz.common.BackgroundWorker;

/**
 * Background consumer of the feed: one thread that reads batches from a position of its own until it has reached the end,
 * and again when the feed has grown, at the latest after a second. A batch that fails is read again after a second.
 */
public final class FeedConsumer implements AutoCloseable {

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    private final BackgroundWorker worker;
    private final FeedNotifier.Subscription subscription;

    private FeedConsumer(String name, FeedNotifier notifier, BooleanSupplier consumeBatch) {
        this.worker = new BackgroundWorker(
                name, POLL_INTERVAL, () -> consumeBatch.getAsBoolean() ? Duration.ZERO : POLL_INTERVAL);
        this.subscription = notifier.subscribe(this::wakeUp);
    }

    /**
     * Starts a consumer.
     *
     * @param name of its thread
     * @param consumeBatch reads the next batch and returns whether there may be more; called on one thread only
     */
    public static FeedConsumer start(String name, FeedNotifier notifier, BooleanSupplier consumeBatch) {
        FeedConsumer consumer = new FeedConsumer(name, notifier, consumeBatch);
        consumer.worker.start();
        return consumer;
    }

    /** Has the consumer read again at once. */
    public void wakeUp() {
        worker.wakeUp();
    }

    /** Stops after the batch in progress. */
    @Override
    public void close() {
        subscription.close();
        worker.close();
    }
}
