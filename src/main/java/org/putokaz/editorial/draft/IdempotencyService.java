package org.putokaz.editorial.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.Sha256;
import org.putokaz.problem.Message;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import org.putokaz.security.Actor;

/**
 * {@code Idempotency-Key} of requests that create something (draft-ietf-httpapi-idempotency-key-header-07): a request
 * that is repeated because its response was lost creates nothing twice.
 *
 * <p>The key is inserted in the transaction that creates, so a crash leaves both or neither. Of several requests at
 * once the primary key lets one insert; the others wait for its commit and find its result. Keys are forgotten after a
 * day.
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
     * Creates something, unless the same actor has done so under this key before.
     *
     * @param key the header; null to create in any case
     * @param path with the body, what a repeated request must have in common with the first
     * @param create returns the id of what it has created
     * @return the id of what was created, now or before
     * @throws org.putokaz.problem.ProblemException 400 when the key is malformed, 422 when it was used for another
     *     request
     */
    @Transactional
    public UUID executeOnce(Actor actor, @Nullable String key, String path, byte[] body, Supplier<UUID> create) {
        if (key == null) {
            return create.get();
        }
        if (!KEY.matcher(key).matches()) {
            throw ProblemType.MALFORMED_REQUEST.with(
                    Violation.header("Idempotency-Key", Message.of("idempotency-key-form")));
        }
        IdempotentRequestEntity.Key id = new IdempotentRequestEntity.Key(actor.id(), key);
        String fingerprint = fingerprint(path, body);
        if (!insert(id, fingerprint)) {
            return resultOfFirst(id, fingerprint);
        }
        UUID result = create.get();
        session.find(IdempotentRequestEntity.class, id).resultId = result;
        return result;
    }

    private UUID resultOfFirst(IdempotentRequestEntity.Key id, String fingerprint) {
        IdempotentRequestEntity first = Objects.requireNonNull(session.find(IdempotentRequestEntity.class, id));
        if (!first.fingerprint.equals(fingerprint)) {
            throw ProblemType.INVALID_CONTENT.with(
                    Violation.header("Idempotency-Key", Message.of("idempotency-key-reused")));
        }
        return Objects.requireNonNull(first.resultId);
    }

    /** @return whether this request is the first with the key */
    private boolean insert(IdempotentRequestEntity.Key id, String fingerprint) {
        return session.createNativeMutationQuery("insert into editorial.attempt (actor, attempt_key, fingerprint, at)"
                                + " values (:actor, :key, :fingerprint, :at) on conflict do nothing")
                        .setParameter("actor", id.actor())
                        .setParameter("key", id.attemptKey())
                        .setParameter("fingerprint", fingerprint)
                        .setParameter("at", clock.instant())
                        .executeUpdate()
                == 1;
    }

    private static String fingerprint(String path, byte[] body) {
        return Sha256.hex((path + '\n' + Sha256.hex(body)).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Erases the fingerprints of the requests that created this entry, a comment on it or a set that it is a member of, so
     * that a guess at the text cannot be confirmed by them. The keys stay, so a repeated request is refused and creates nothing.
     */
    public void eraseFingerprints(UUID entry) {
        session.createMutationQuery("update IdempotentRequestEntity r set r.fingerprint = '' where r.resultId = :entry"
                        + " or r.resultId in (select p.key.ownerId from PlannedStepEntity p where p.entryId = :entry)"
                        + " or r.resultId in (select c.id from EntryCommentEntity c where c.entryId = :entry)")
                .setParameter("entry", entry)
                .executeUpdate();
    }

    /** Deletes the keys that are older than a day. */
    @Transactional
    public void deleteExpired() {
        session.createMutationQuery("delete from IdempotentRequestEntity r where r.at < :before")
                .setParameter("before", clock.instant().minus(RETENTION))
                .executeUpdate();
    }
}
