package org.putokaz.live.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.putokaz.live.FeedState;

/** For tests that change the clock row behind everybody's back: whoever keeps something learns of it with the next look. */
@ApplicationScoped
public class WatchedFeed {

    private static final int PATIENCE_SECONDS = 20;

    @Inject
    FeedPositionRepository clock;

    @Inject
    FeedNotifier watch;

    public void await() {
        FeedState feed = QuarkusTransaction.requiringNew().call(clock::read);
        FeedNotifier.Place wanted = new FeedNotifier.Place(feed.id(), feed.collationVersion(), feed.position());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!watch.place().isInTheSameAs(wanted)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The watch stays at " + watch.place());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
