package org.putokaz.editorial.worker;

import org.putokaz.editorial.EditorialConfig;
import org.putokaz.editorial.draft.IdempotencyService;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** What has to be done now and then, and is in no hurry: never on the clerk's own time. */
@ApplicationScoped
class EditorialMaintenance {

    private static final Logger LOG = Logger.getLogger(EditorialMaintenance.class);

    private final LiveChangeRecorder follower;
    private final IdempotencyService attempts;
    private final EditorialConfig config;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Instant last;

    @Inject
    EditorialMaintenance(
            LiveChangeRecorder follower, IdempotencyService attempts, EditorialConfig config, Clock clock) {
        this.follower = follower;
        this.attempts = attempts;
        this.config = config;
        this.clock = clock;
        // At start the follower has just followed.
        this.last = clock.instant();
    }

    /** Begins it, when it is time and it is not being done already. */
    void runIfDue() {
        Instant now = clock.instant();
        if (!now.isBefore(last.plus(config.follow())) && busy.compareAndSet(false, true)) {
            last = now;
            Infrastructure.getDefaultWorkerPool().execute(this::run);
        }
    }

    private void run() {
        try {
            follower.catchUp();
            attempts.deleteExpired();
        } catch (RuntimeException away) {
            LOG.warnf("Housekeeping has to wait: %s", away.getClass().getSimpleName());
        } finally {
            busy.set(false);
        }
    }
}
