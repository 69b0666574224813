package org.putokaz.security.token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Notes when a token was last used: at most once a minute, and never while somebody waits for an answer. */
@ApplicationScoped
public class TokenUsageRecorder {

    static final Duration OFTEN_ENOUGH = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(TokenUsageRecorder.class);

    private final TokenRepository tokens;
    private final Set<UUID> beingNoted = ConcurrentHashMap.newKeySet();

    @Inject
    TokenUsageRecorder(TokenRepository tokens) {
        this.tokens = tokens;
    }

    public void note(UUID token, @Nullable Instant noted, Instant used) {
        boolean due = noted == null || noted.plus(OFTEN_ENOUGH).isBefore(used);
        if (due && beingNoted.add(token)) {
            Infrastructure.getDefaultWorkerPool().execute(() -> write(token, used.truncatedTo(ChronoUnit.MILLIS)));
        }
    }

    private void write(UUID token, Instant used) {
        try {
            QuarkusTransaction.requiringNew().run(() -> tokens.noteUse(token, used, used.minus(OFTEN_ENOUGH)));
        } catch (RuntimeException away) {
            // Nothing hangs on it: the next use is noted.
            LOG.warnf(
                    "The use of a token could not be noted: %s", away.getClass().getSimpleName());
        } finally {
            beingNoted.remove(token);
        }
    }
}
