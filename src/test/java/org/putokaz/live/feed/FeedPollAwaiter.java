package org.putokaz.live.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.putokaz.live.FeedState;

/** Waits until the service has polled the feed row, for tests that change the row by SQL. */
@ApplicationScoped
public class FeedPollAwaiter {

    private static final int TIMEOUT_SECONDS = 20;

    @Inject
    FeedPositionRepository positions;

    @Inject
    FeedNotifier notifier;

    public void awaitPoll() {
        FeedState feed = QuarkusTransaction.requiringNew().call(positions::currentState);
        FeedPosition expected = new FeedPosition(feed.id(), feed.collationVersion(), feed.position());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (!notifier.feedPosition().isComparableTo(expected)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The notifier stays at " + notifier.feedPosition());
            }
            sleep();
        }
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
