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

/** A request that named itself with {@code Idempotency-Key}, and what it made. */
@Entity
@Table(schema = "editorial", name = "attempt")
@NullUnmarked
class IdempotentRequestEntity {

    @EmbeddedId
    Key key;

    String fingerprint;

    @Column(name = "made")
    @Nullable
    UUID resultId;

    Instant at;

    @Embeddable
    record Key(String actor, @Column(name = "attempt_key") String attemptKey) {}
}
