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
public class SigningKeyEntity {

    static final String GENERATED = "generated";
    static final String CONFIGURED = "configured";

    @Id
    public String kid;

    public String x;

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
        KeyPair pair = Ed25519Keys.fresh();
        SigningKeyEntity row = configured(pair, now, signsFrom);
        row.source = GENERATED;
        row.privateKey = Ed25519Keys.write(pair.getPrivate());
        return row;
    }

    /** The private half stays where it is. */
    static SigningKeyEntity configured(KeyPair pair, Instant now, Instant signsFrom) {
        SigningKeyEntity row = new SigningKeyEntity();
        row.x = Ed25519Keys.x(pair.getPublic());
        row.kid = Ed25519Keys.thumbprint(row.x);
        row.source = CONFIGURED;
        row.createdAt = now;
        row.signsFrom = signsFrom;
        return row;
    }

    public KeyState state(Instant now) {
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
