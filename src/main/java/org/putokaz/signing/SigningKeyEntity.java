package org.putokaz.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.KeyPair;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/**
 * Stored signing key. Its state follows from its times and the clock ({@link #stateAt}), so nothing has to run when it
 * begins or ceases to sign.
 */
@Entity
@Table(schema = "security", name = "signing_key")
@NullUnmarked
public class SigningKeyEntity {

    /** Values of {@link #source}. */
    static final String GENERATED = "generated";

    static final String CONFIGURED = "configured";

    @Id
    public String kid;

    /** The public key, as in {@link Ed25519Keys#publicKeyCoordinate}. */
    public String x;

    /** As in {@link Ed25519Keys#encode}; null for a configured key, and once the key is retired or revoked. */
    @Column(name = "private_key")
    String privateKey;

    public String source;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "signs_from")
    public Instant signsFrom;

    @Column(name = "signs_until")
    public Instant signsUntil;

    @Column(name = "revoked_at")
    public Instant revokedAt;

    static SigningKeyEntity generated(Instant now, Instant signsFrom) {
        KeyPair pair = Ed25519Keys.generate();
        SigningKeyEntity key = configured(pair, now, signsFrom);
        key.source = GENERATED;
        key.privateKey = Ed25519Keys.encode(pair.getPrivate());
        return key;
    }

    /** The private key is not stored. */
    static SigningKeyEntity configured(KeyPair pair, Instant now, Instant signsFrom) {
        SigningKeyEntity key = new SigningKeyEntity();
        key.x = Ed25519Keys.publicKeyCoordinate(pair.getPublic());
        key.kid = Ed25519Keys.thumbprint(key.x);
        key.source = CONFIGURED;
        key.createdAt = now;
        key.signsFrom = signsFrom;
        return key;
    }

    public KeyState stateAt(Instant now) {
        if (revokedAt != null) {
            return KeyState.REVOKED;
        }
        if (now.isBefore(signsFrom)) {
            return KeyState.ANNOUNCED;
        }
        return signsUntil == null || now.isBefore(signsUntil) ? KeyState.SIGNING : KeyState.RETIRED;
    }

    /** @param end null for no known end */
    void setSignsUntil(Instant end) {
        signsUntil = end;
    }

    /** Removes the key from the key set for ever, and destroys its private key. */
    void revoke(Instant now) {
        revokedAt = now;
        privateKey = null;
    }
}
