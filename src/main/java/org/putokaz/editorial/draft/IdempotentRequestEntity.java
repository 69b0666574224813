package org.putokaz.editorial.draft;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Request with an {@code Idempotency-Key}, and the id of what it created. */
@Entity
@Table(schema = "editorial", name = "attempt")
@NullUnmarked
class IdempotentRequestEntity {

    @EmbeddedId
    Key key;

    /** SHA-256 of path and body; empty once it is erased. */
    String fingerprint;

    @Column(name = "made")
    @Nullable
    UUID resultId;

    Instant at;

    @Embeddable
    record Key(String actor, @Column(name = "attempt_key") String attemptKey) {}
}
