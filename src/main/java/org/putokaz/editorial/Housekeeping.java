package org.putokaz.editorial;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** What has to be done now and then, and is in no hurry: never on the clerk's own time. */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private final Follower follower;
    private final Attempts attempts;
    private final EditorialConfig config;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Instant last;

    @Inject
    Housekeeping(Follower follower, Attempts attempts, EditorialConfig config, Clock clock) {
        this.follower = follower;
        this.attempts = attempts;
        this.config = config;
        this.clock = clock;
        // At start the follower has just followed.
        this.last = clock.instant();
    }

    /** Begins it, when it is time and it is not being done already. */
    void doWhatIsDue() {
        Instant now = clock.instant();
        if (!now.isBefore(last.plus(config.follow())) && busy.compareAndSet(false, true)) {
            last = now;
            Infrastructure.getDefaultWorkerPool().execute(this::keepHouse);
        }
    }

    private void keepHouse() {
        try {
            follower.follow();
            attempts.forgetOld();
        } catch (RuntimeException away) {
            LOG.warnf("Housekeeping has to wait: %s", away.getClass().getSimpleName());
        } finally {
            busy.set(false);
        }
    }
}
