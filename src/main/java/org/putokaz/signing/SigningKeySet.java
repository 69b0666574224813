package org.putokaz.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All signing keys at the time they were read; the state of each depends on the clock.
 *
 * @param keys the newest first
 */
public record SigningKeySet(List<SigningKeyEntity> keys) {

    public SigningKeySet {
        keys = List.copyOf(keys);
    }

    public Optional<SigningKeyEntity> findByKid(String kid) {
        return keys.stream().filter(key -> key.kid.equals(kid)).findFirst();
    }

    /** The key that signs now; empty before the first one is generated. */
    Optional<SigningKeyEntity> signingKey(Instant now) {
        return inState(KeyState.SIGNING, now).findFirst();
    }

    /** The key that signs next; there is at most one. */
    Optional<SigningKeyEntity> announcedKey(Instant now) {
        return inState(KeyState.ANNOUNCED, now).findFirst();
    }

    /**
     * The keys of the public key set: those that signatures can be verified with now.
     *
     * @param keep as in {@link SigningConfig#keep}
     */
    public List<SigningKeyEntity> verificationKeys(Instant now, Duration keep) {
        return keys.stream()
                .filter(key -> key.revokedAt == null)
                .filter(key -> key.signsUntil == null || now.isBefore(key.signsUntil.plus(keep)))
                .toList();
    }

    /** The next time at which the state of a key changes without a rotation. */
    public Optional<Instant> nextChangeAfter(Instant now, Duration keep) {
        return verificationKeys(now, keep).stream()
                .flatMap(key -> key.signsUntil == null
                        ? Stream.of(key.signsFrom)
                        : Stream.of(key.signsFrom, key.signsUntil, key.signsUntil.plus(keep)))
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    private Stream<SigningKeyEntity> inState(KeyState state, Instant now) {
        return keys.stream().filter(key -> key.stateAt(now) == state);
    }
}
