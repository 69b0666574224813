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

/** Periodic maintenance of the editorial side, on a thread of the worker pool so that no schedule waits for it. */
@ApplicationScoped
class EditorialMaintenance {

    private static final Logger LOG = Logger.getLogger(EditorialMaintenance.class);

    private final LiveChangeRecorder recorder;
    private final IdempotencyService idempotency;
    private final EditorialConfig config;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Instant lastStart;

    @Inject
    EditorialMaintenance(
            LiveChangeRecorder recorder, IdempotencyService idempotency, EditorialConfig config, Clock clock) {
        this.recorder = recorder;
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
