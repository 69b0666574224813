package org.putokaz.signing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The keys at hand: read from the database once a second at most, so that a signature costs no query, and no node signs
 * with a key, or shows one, that was taken out on another more than a second ago.
 */
@ApplicationScoped
public class SigningKeyCache {

    private static final long GOOD_FOR = TimeUnit.SECONDS.toNanos(1);

    private final SigningKeyRepository keys;
    private volatile @Nullable Held held;

    private record Held(SigningKeySet keys, long since) {}

    @Inject
    SigningKeyCache(SigningKeyRepository keys) {
        this.keys = keys;
    }

    public SigningKeySet keys() {
        Held last = held;
        if (last != null && System.nanoTime() - last.since() < GOOD_FOR) {
            return last.keys();
        }
        // Counted from before the look, which may be slow.
        long now = System.nanoTime();
        SigningKeySet read = QuarkusTransaction.requiringNew().call(keys::all);
        held = new Held(read, now);
        return read;
    }

    /** Says that they have changed, once that is committed. */
    void letGo() {
        held = null;
    }
}
