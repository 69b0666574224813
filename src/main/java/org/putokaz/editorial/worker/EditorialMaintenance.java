package org.putokaz.editorial.worker;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.putokaz.editorial.EditorialConfig;
import org.putokaz.editorial.draft.IdempotencyService;
import org.putokaz.editorial.publish.FindingCountRefresher;

/** Periodic maintenance of the editorial side, on a thread of the worker pool so that no schedule waits for it. */
@ApplicationScoped
class EditorialMaintenance {

    private static final Logger LOG = Logger.getLogger(EditorialMaintenance.class);

    /** Drafts whose findings are counted again in one run; each takes the lock of publications for some milliseconds. */
    private static final int MAX_REFRESHED = 200;

    private final LiveChangeRecorder recorder;
    private final FindingCountRefresher counts;
    private final IdempotencyService idempotency;
    private final EditorialConfig config;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Instant lastStart;

    @Inject
    EditorialMaintenance(
            LiveChangeRecorder recorder,
            FindingCountRefresher counts,
            IdempotencyService idempotency,
            EditorialConfig config,
            Clock clock) {
        this.recorder = recorder;
        this.counts = counts;
        this.idempotency = idempotency;
        this.config = config;
        this.clock = clock;
        // At start the recorder has just caught up.
        this.lastStart = clock.instant();
    }

    /** Starts a run when the interval has passed and none is running. */
    void runIfDue() {
        Instant now = clock.instant();
        if (!now.isBefore(lastStart.plus(config.follow())) && running.compareAndSet(false, true)) {
            lastStart = now;
            Infrastructure.getDefaultWorkerPool().execute(this::run);
        }
    }

    private void run() {
        try {
            recorder.catchUp();
            counts.refresh(MAX_REFRESHED);
            idempotency.deleteExpired();
        } catch (RuntimeException thrown) {
            LOG.warnf(
                    "Editorial maintenance failed and is repeated: %s",
                    thrown.getClass().getSimpleName());
        } finally {
            running.set(false);
        }
    }
}
