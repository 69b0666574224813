package org.putokaz.signing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/**
 * Rotation and revocation of signing keys. Each runs in a transaction of its own, under the lock of all keys, and
 * records its audit event there.
 */
@ApplicationScoped
public class KeyRotationService {

    private final SigningKeyRepository repository;
    private final SigningKeyCache cache;
    private final PrivateKeyProvider privateKeys;
    private final SigningConfig config;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    KeyRotationService(
            SigningKeyRepository repository,
            SigningKeyCache cache,
            PrivateKeyProvider privateKeys,
            SigningConfig config,
            AuditTrail trail,
            Clock clock) {
        this.repository = repository;
        this.cache = cache;
        this.privateKeys = privateKeys;
        this.config = config;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Generates a key that is in the key set from now on and signs after {@link SigningConfig#announce}.
     *
     * @throws org.putokaz.problem.ProblemException 409 while another key is announced, or when keys are configured
     */
    public SigningKeyEntity rotate(Actor admin) {
        SigningKeyEntity added = QuarkusTransaction.requiringNew().call(() -> {
            SigningKeySet all = repository.lockAndFindAll();
            Instant now = clock.instant();
            requireNotConfigured("signing-keys-configured");
            all.announcedKey(now).ifPresent(announced -> {
                throw ProblemType.CONFLICT.because("rotation-under-way", announced.signsFrom);
            });
            SigningKeyEntity next = SigningKeyEntity.generated(now, now.plus(config.announce()));
            addKey(next, all, now, admin);
            return next;
        });
        cache.invalidate();
        return added;
    }

    /**
     * Adds the next key, ends the signing of the others when it begins, and destroys the private keys of retired ones.
     */
    void addKey(SigningKeyEntity next, SigningKeySet all, Instant now, Actor actor) {
        all.keys().stream().filter(key -> key.stateAt(now) == KeyState.RETIRED).forEach(key -> key.privateKey = null);
        all.keys().stream()
                .filter(key -> key.revokedAt == null)
                .filter(key -> key.signsUntil == null || next.signsFrom.isBefore(key.signsUntil))
                .forEach(key -> key.setSignsUntil(next.signsFrom));
        repository.add(next);
        Map<String, String> details = new TreeMap<>();
        details.put("kid", next.kid);
        details.put("source", next.source);
        details.put("signsFrom", next.signsFrom.toString());
        trail.record(actor, AuditEvent.of("signing-key-created", details));
    }

    /**
     * Removes a compromised key from the key set at once. If it is the one that signs, the announced key signs from now
     * on, or one that is generated now. Revoking a revoked key changes nothing.
     *
     * @throws org.putokaz.problem.ProblemException 404 when there is no such key; 409 when keys are configured and no
     *     other one can sign
     */
    public SigningKeyEntity revoke(String kid, Actor admin) {
        SigningKeyEntity revoked = QuarkusTransaction.requiringNew().call(() -> {
            SigningKeySet all = repository.lockAndFindAll();
            Instant now = clock.instant();
            SigningKeyEntity key =
                    all.findByKid(kid).orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-signing-key"));
            if (key.stateAt(now) != KeyState.REVOKED) {
                revoke(key, all, now, admin);
            }
            return key;
        });
        cache.invalidate();
        return revoked;
    }

    private void revoke(SigningKeyEntity key, SigningKeySet all, Instant now, Actor admin) {
        KeyState stateBefore = key.stateAt(now);
        key.revoke(now);
        if (stateBefore == KeyState.SIGNING) {
            key.setSignsUntil(now);
            activateReplacement(all, now, admin);
        } else if (stateBefore == KeyState.ANNOUNCED) {
            all.signingKey(now).ifPresent(signing -> signing.setSignsUntil(null));
        }
        trail.record(admin, AuditEvent.of("signing-key-revoked", Map.of("kid", key.kid)));
    }

    private void activateReplacement(SigningKeySet all, Instant now, Actor admin) {
        SigningKeyEntity next = all.announcedKey(now).orElse(null);
        if (next == null) {
            requireNotConfigured("no-other-signing-key");
            addKey(SigningKeyEntity.generated(now, now), all, now, admin);
        } else {
            next.signsFrom = now;
        }
    }

    private void requireNotConfigured(String code) {
        if (!privateKeys.configuredKeys().isEmpty()) {
            throw ProblemType.CONFLICT.because(code);
        }
    }
}
