package org.putokaz.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys as they stood when they were read; what each of them does follows from the moment.
 *
 * @param rows the newest first
 */
public record SigningKeySet(List<SigningKeyEntity> rows) {

    public SigningKeySet {
        rows = List.copyOf(rows);
    }

    public Optional<SigningKeyEntity> named(String kid) {
        return rows.stream().filter(row -> row.kid.equals(kid)).findFirst();
    }

    /** The key that signs now; empty before the first is made. */
    Optional<SigningKeyEntity> signing(Instant now) {
        return in(KeyState.SIGNING, now).findFirst();
    }

    /** The one that signs next; there is at most one. */
    Optional<SigningKeyEntity> announced(Instant now) {
        return in(KeyState.ANNOUNCED, now).findFirst();
    }

    /** What a signature may be checked with now. */
    public List<SigningKeyEntity> shown(Instant now, Duration keep) {
        return rows.stream()
                .filter(row -> row.revokedAt == null)
                .filter(row -> row.signsUntil == null || now.isBefore(row.signsUntil.plus(keep)))
                .toList();
    }

    /** The next moment at which any of this changes by itself. */
    public Optional<Instant> nextChange(Instant now, Duration keep) {
        return shown(now, keep).stream()
                .flatMap(row -> row.signsUntil == null
                        ? Stream.of(row.signsFrom)
                        : Stream.of(row.signsFrom, row.signsUntil, row.signsUntil.plus(keep)))
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    private Stream<SigningKeyEntity> in(KeyState state, Instant now) {
        return rows.stream().filter(row -> row.state(now) == state);
    }
}
