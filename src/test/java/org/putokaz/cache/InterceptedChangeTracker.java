package org.putokaz.cache;

import io.quarkus.test.Mock;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.live.feed.FeedNotifier;
import org.putokaz.live.feed.FeedPosition;

/** Lets a test step in where an answer has just been found current and has not gone out yet. */
@Mock
@Singleton
class InterceptedChangeTracker extends ChangeTracker {

    private final AtomicReference<Runnable> next = new AtomicReference<>();

    @Inject
    InterceptedChangeTracker(FeedNotifier watch, ChangeFeed feed) {
        super(watch, feed);
    }

    /** The next time and then no more. */
    void onceFoundCurrent(Runnable call) {
        next.set(call);
    }

    @Override
    boolean isCurrent(FeedPosition read, ResponseDependencies answer) {
        boolean current = super.isCurrent(read, answer);
        Runnable call = current ? next.getAndSet(null) : null;
        if (call != null) {
            call.run();
        }
        return current;
    }
}
