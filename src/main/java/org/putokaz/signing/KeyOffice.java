package org.putokaz.signing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.putokaz.problem.Problem;
import org.putokaz.security.Act;
import org.putokaz.security.Actor;
import org.putokaz.security.AuditTrail;

/** Brings keys in and takes them out, one after another, and notes each in the audit trail. */
@ApplicationScoped
class KeyOffice {

    private final SigningKeys keys;
    private final KeyRing ring;
    private final OwnKeys own;
    private final SigningConfig config;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    KeyOffice(SigningKeys keys, KeyRing ring, OwnKeys own, SigningConfig config, AuditTrail trail, Clock clock) {
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
    SigningKeyRow rotate(Actor admin) {
        SigningKeyRow made = QuarkusTransaction.requiringNew().call(() -> {
            KeySet all = keys.lockAll();
            Instant now = now();
            demandNotConfigured("signing-keys-configured");
            all.announced(now).ifPresent(next -> {
                throw Problem.CONFLICT.because("rotation-under-way", next.signsFrom);
            });
            SigningKeyRow next = SigningKeyRow.generated(now, now.plus(config.announce()));
            bringIn(next, all, now, admin);
            return next;
        });
        ring.letGo();
        return made;
    }

    /** Adds a key after the newest, and destroys the private halves of those that have done their work. */
    void bringIn(SigningKeyRow next, KeySet all, Instant now, Actor actor) {
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
        trail.record(actor, Act.of("signing-key-created", facts));
    }

    /**
     * Takes a key out of the set at once, because somebody else may have it. If it was the one that signs, the announced
     * one signs from now on, or one that is made now. Revoking twice is revoking once.
     *
     * @throws org.putokaz.problem.ProblemException 404 when there is no such key, 409 when keys are configured and no
     *     other one is there to sign
     */
    SigningKeyRow revoke(String kid, Actor admin) {
        SigningKeyRow revoked = QuarkusTransaction.requiringNew().call(() -> {
            KeySet all = keys.lockAll();
            Instant now = now();
            SigningKeyRow key = all.named(kid).orElseThrow(() -> Problem.NOT_FOUND.because("no-such-signing-key"));
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
            trail.record(admin, Act.of("signing-key-revoked", Map.of("kid", kid)));
            return key;
        });
        ring.letGo();
        return revoked;
    }

    private void replace(KeySet all, Instant now, Actor admin) {
        SigningKeyRow next = all.announced(now).orElse(null);
        if (next == null) {
            demandNotConfigured("no-other-signing-key");
            bringIn(SigningKeyRow.generated(now, now), all, now, admin);
        } else {
            next.signsFrom = now;
        }
    }

    private void demandNotConfigured(String otherwise) {
        if (!own.configured().isEmpty()) {
            throw Problem.CONFLICT.because(otherwise);
        }
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
