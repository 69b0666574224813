package org.putokaz.security.token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Recorder of the last use of each token, at most once a minute. The update runs on a worker thread outside the
 * request; when it fails, the next use is recorded instead.
 */
@ApplicationScoped
public class TokenUsageRecorder {

    static final Duration UPDATE_INTERVAL = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(TokenUsageRecorder.class);

    private final TokenRepository tokens;
    private final Set<UUID> pendingUpdates = ConcurrentHashMap.newKeySet();

    @Inject
    TokenUsageRecorder(TokenRepository tokens) {
        this.tokens = tokens;
    }

    /** @param lastRecorded the use recorded so far; null when there is none */
    public void recordUse(UUID token, @Nullable Instant lastRecorded, Instant now) {
        boolean due = lastRecorded == null || lastRecorded.plus(UPDATE_INTERVAL).isBefore(now);
        if (due && pendingUpdates.add(token)) {
            Infrastructure.getDefaultWorkerPool().execute(() -> update(token, now));
        }
    }

    private void update(UUID token, Instant now) {
        try {
            QuarkusTransaction.requiringNew().run(() -> tokens.updateLastUse(token, now, now.minus(UPDATE_INTERVAL)));
        } catch (RuntimeException failed) {
            LOG.warnf(
                    "The last use of a token was not recorded: %s",
                    failed.getClass().getSimpleName());
        } finally {
            pendingUpdates.remove(token);
        }
    }
}
