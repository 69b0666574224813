package org.putokaz.editorial.draft;

import org.putokaz.common.Sha256;
import org.putokaz.problem.Message;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import org.putokaz.security.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * {@code Idempotency-Key}: a request that is sent again because its answer was lost makes nothing twice
 * (draft-ietf-httpapi-idempotency-key-header-07). The attempt is written in the transaction of what it makes, so a crash
 * leaves both or neither; of several at once the others wait for the first and then find it.
 */
@ApplicationScoped
public class IdempotencyService {

    static final Duration RETENTION = Duration.ofDays(1);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private final Session session;
    private final Clock clock;

    @Inject
    IdempotencyService(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * Does it, unless the same actor has done it under this key before.
     *
     * @return the id of what was made, now or then
     * @throws org.putokaz.problem.ProblemException 400 when the key cannot be one, 422 when it was used for another request
     */
    @Transactional
    public UUID executeOnce(Actor actor, @Nullable String key, String path, byte[] body, Supplier<UUID> make) {
        if (key == null) {
            return make.get();
        }
        if (!KEY.matcher(key).matches()) {
            throw ProblemType.MALFORMED_REQUEST.with(
                    Violation.header("Idempotency-Key", Message.of("idempotency-key-form")));
        }
        IdempotentRequestEntity.Key known = new IdempotentRequestEntity.Key(actor.id(), key);
        String fingerprint = fingerprint(path, body);
        if (!claim(known, fingerprint)) {
            IdempotentRequestEntity before = Objects.requireNonNull(session.find(IdempotentRequestEntity.class, known));
            if (!before.fingerprint.equals(fingerprint)) {
                throw ProblemType.INVALID_CONTENT.with(
                        Violation.header("Idempotency-Key", Message.of("idempotency-key-reused")));
            }
            return Objects.requireNonNull(before.resultId);
        }
        UUID made = make.get();
        session.find(IdempotentRequestEntity.class, known).resultId = made;
        return made;
    }

    private boolean claim(IdempotentRequestEntity.Key key, String fingerprint) {
        return session.createNativeMutationQuery("insert into editorial.attempt (actor, attempt_key, fingerprint, at)"
                                + " values (:actor, :key, :fingerprint, :at) on conflict do nothing")
                        .setParameter("actor", key.actor())
                        .setParameter("key", key.attemptKey())
                        .setParameter("fingerprint", fingerprint)
                        .setParameter("at", clock.instant())
                        .executeUpdate()
                == 1;
    }

    private static String fingerprint(String path, byte[] body) {
        return Sha256.hex((path + '\n' + Sha256.hex(body)).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Forgets what was sent to make something, so that nobody can prove a guess by it; that something was made stays
     * known, and the same request does not make it again. Also of the sets that it is a member of, for their notes.
     */
    public void eraseFingerprints(UUID made) {
        session.createMutationQuery("update IdempotentRequestEntity a set a.fingerprint = '' where a.resultId = :made"
                        + " or a.resultId in (select p.key.ownerId from PlannedStepEntity p where p.entryId = :made)")
                .setParameter("made", made)
                .executeUpdate();
    }

    /** Forgets what is older than a day. */
    @Transactional
    public void deleteExpired() {
        Instant before = clock.instant().minus(RETENTION);
        session.createMutationQuery("delete from IdempotentRequestEntity a where a.at < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
