package org.putokaz.signing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/** Brings keys in and takes them out, one after another, and notes each in the audit trail. */
@ApplicationScoped
public class KeyRotationService {

    private final SigningKeyRepository keys;
    private final SigningKeyCache ring;
    private final PrivateKeyProvider own;
    private final SigningConfig config;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    KeyRotationService(
            SigningKeyRepository keys,
            SigningKeyCache ring,
            PrivateKeyProvider own,
            SigningConfig config,
            AuditTrail trail,
            Clock clock) {
        this.keys = keys;
        this.ring = ring;
        this.own = own;
        this.config = config;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Makes a key that can be read from now on and signs after {@link SigningConfig#announce}.
     *
     * @throws org.putokaz.problem.ProblemException 409 while one is announced already, or when keys are configured
     */
    public SigningKeyEntity rotate(Actor admin) {
        SigningKeyEntity made = QuarkusTransaction.requiringNew().call(() -> {
            SigningKeySet all = keys.lockAll();
            Instant now = now();
            demandNotConfigured("signing-keys-configured");
            all.announced(now).ifPresent(next -> {
                throw ProblemType.CONFLICT.because("rotation-under-way", next.signsFrom);
            });
            SigningKeyEntity next = SigningKeyEntity.generated(now, now.plus(config.announce()));
            bringIn(next, all, now, admin);
            return next;
        });
        ring.letGo();
        return made;
    }

    /** Adds a key after the newest, and destroys the private halves of those that have done their work. */
    void bringIn(SigningKeyEntity next, SigningKeySet all, Instant now, Actor actor) {
        all.rows().stream().filter(row -> row.state(now) == KeyState.RETIRED).forEach(row -> row.privateKey = null);
        all.rows().stream()
                .filter(row -> row.revokedAt == null)
                .filter(row -> row.signsUntil == null || next.signsFrom.isBefore(row.signsUntil))
                .forEach(row -> row.hasSignedUntil(next.signsFrom));
        keys.add(next);
        Map<String, String> facts = new TreeMap<>();
        facts.put("kid", next.kid);
        facts.put("source", next.source);
        facts.put("signsFrom", next.signsFrom.toString());
        trail.record(actor, AuditEvent.of("signing-key-created", facts));
    }

    /**
     * Takes a key out of the set at once, because somebody else may have it. If it was the one that signs, the announced
     * one signs from now on, or one that is made now. Revoking twice is revoking once.
     *
     * @throws org.putokaz.problem.ProblemException 404 when there is no such key, 409 when keys are configured and no
     *     other one is there to sign
     */
    public SigningKeyEntity revoke(String kid, Actor admin) {
        SigningKeyEntity revoked = QuarkusTransaction.requiringNew().call(() -> {
            SigningKeySet all = keys.lockAll();
            Instant now = now();
            SigningKeyEntity key =
                    all.named(kid).orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-signing-key"));
            KeyState was = key.state(now);
            if (was == KeyState.REVOKED) {
                return key;
            }
            key.revoke(now);
            if (was == KeyState.SIGNING) {
                key.hasSignedUntil(now);
                replace(all, now, admin);
            } else if (was == KeyState.ANNOUNCED) {
                all.signing(now).ifPresent(signing -> signing.hasSignedUntil(null));
            }
            trail.record(admin, AuditEvent.of("signing-key-revoked", Map.of("kid", kid)));
            return key;
        });
        ring.letGo();
        return revoked;
    }

    private void replace(SigningKeySet all, Instant now, Actor admin) {
        SigningKeyEntity next = all.announced(now).orElse(null);
        if (next == null) {
            demandNotConfigured("no-other-signing-key");
            bringIn(SigningKeyEntity.generated(now, now), all, now, admin);
        } else {
            next.signsFrom = now;
        }
    }

    private void demandNotConfigured(String otherwise) {
        if (!own.configured().isEmpty()) {
            throw ProblemType.CONFLICT.because(otherwise);
        }
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
