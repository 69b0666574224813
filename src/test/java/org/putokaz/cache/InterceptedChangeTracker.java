package org.putokaz.cache;

import io.quarkus.test.Mock;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.live.feed.FeedNotifier;
import org.putokaz.live.feed.FeedPosition;

/** Change tracker that runs a hook after a response was found current and before it is sent. */
@Mock
@Singleton
class InterceptedChangeTracker extends ChangeTracker {

    private final AtomicReference<Runnable> hooks = new AtomicReference<>();

    @Inject
    InterceptedChangeTracker(FeedNotifier feedNotifier, ChangeFeed feed) {
        super(feedNotifier, feed);
    }

    /** Runs the hook once, on the next response that is found current. */
    void onceFoundCurrent(Runnable hook) {
        hooks.set(hook);
    }

    @Override
    boolean isCurrent(FeedPosition validFrom, ResponseDependencies dependencies) {
        boolean current = super.isCurrent(validFrom, dependencies);
        Runnable hook = current ? hooks.getAndSet(null) : null;
        if (hook != null) {
            hook.run();
        }
        return current;
    }
}
