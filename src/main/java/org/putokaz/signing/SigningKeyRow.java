package org.putokaz.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.KeyPair;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A key as it is stored. When it signs is said by moments alone: nothing has to happen for it to begin or to end. */
@Entity
@Table(schema = "security", name = "signing_key")
@NullUnmarked
class SigningKeyRow {

    static final String GENERATED = "generated";
    static final String CONFIGURED = "configured";

    @Id
    String kid;

    String x;

    @Column(name = "private_key")
    String privateKey;

    String source;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "signs_from")
    Instant signsFrom;

    @Column(name = "signs_until")
    Instant signsUntil;

    @Column(name = "revoked_at")
    Instant revokedAt;

    static SigningKeyRow generated(Instant now, Instant signsFrom) {
        KeyPair pair = Ed25519.fresh();
        SigningKeyRow row = configured(pair, now, signsFrom);
        row.source = GENERATED;
        row.privateKey = Ed25519.write(pair.getPrivate());
        return row;
    }

    /** The private half stays where it is. */
    static SigningKeyRow configured(KeyPair pair, Instant now, Instant signsFrom) {
        SigningKeyRow row = new SigningKeyRow();
        row.x = Ed25519.x(pair.getPublic());
        row.kid = Ed25519.thumbprint(row.x);
        row.source = CONFIGURED;
        row.createdAt = now;
        row.signsFrom = signsFrom;
        return row;
    }

    KeyState state(Instant now) {
        if (revokedAt != null) {
            return KeyState.REVOKED;
        }
        if (now.isBefore(signsFrom)) {
            return KeyState.ANNOUNCED;
        }
        return signsUntil == null || now.isBefore(signsUntil) ? KeyState.SIGNING : KeyState.RETIRED;
    }

    void hasSignedUntil(Instant moment) {
        signsUntil = moment;
    }

    /** Taken out for good, and its private half destroyed. */
    void revoke(Instant now) {
        revokedAt = now;
        privateKey = null;
    }
}
