package org.putokaz.signing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cache of the key set, read from the database at most once a second. So a signature costs no query, and a change of
 * another node takes effect within a second. Threads that find the cache expired may read at the same time.
 */
@ApplicationScoped
public class SigningKeyCache {

    private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final SigningKeyRepository repository;
    private volatile @Nullable CachedKeySet cached;

    private record CachedKeySet(SigningKeySet keys, long readAtNanos) {}

    @Inject
    SigningKeyCache(SigningKeyRepository repository) {
        this.repository = repository;
    }

    public SigningKeySet keys() {
        CachedKeySet last = cached;
        if (last != null && System.nanoTime() - last.readAtNanos() < MAX_AGE_NANOS) {
            return last.keys();
        }
        // Before the query, which may be slow: the age counts from the state that was read.
        long readAtNanos = System.nanoTime();
        SigningKeySet keys = QuarkusTransaction.requiringNew().call(repository::findAll);
        cached = new CachedKeySet(keys, readAtNanos);
        return keys;
    }

    /** To be called after a change of the keys is committed. */
    void invalidate() {
        cached = null;
    }
}
