package org.putokaz.live.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.NullUnmarked;
import org.putokaz.common.Sha256;

/**
 * Slug that was removed for a person's safety and that no entry gets again. Of the slug only the SHA-256 of a random salt
 * and the slug is kept, in lower-case hexadecimal: it cannot be read, but a guess at it can be confirmed.
 */
@Entity
@Table(schema = "live", name = "redacted_slug")
@NullUnmarked
public class RedactedSlugEntity {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    @EmbeddedId
    Key key;

    String salt;

    /** @param scope as in {@link SlugEntity.Key} */
    @Embeddable
    record Key(
            @Column(name = "scope") String scope,
            @Column(name = "digest") String digest) {}

    static RedactedSlugEntity of(String scope, String slug) {
        byte[] random = new byte[SALT_BYTES];
        RANDOM.nextBytes(random);
        RedactedSlugEntity redacted = new RedactedSlugEntity();
        redacted.salt = HexFormat.of().formatHex(random);
        redacted.key = new Key(scope, digest(redacted.salt, slug));
        return redacted;
    }

    boolean matches(String slug) {
        return key.digest().equals(digest(salt, slug));
    }

    private static String digest(String salt, String slug) {
        return Sha256.hex((salt + '\n' + slug).getBytes(StandardCharsets.UTF_8));
    }
}
