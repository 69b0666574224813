package org.putokaz.live.read;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.hibernate.Session;
import org.putokaz.live.feed.FeedVersionRepository;

/**
 * Read of the whole store from one snapshot of the database, which may take longer than a request: for downloads. Runs in a
 * read-only transaction of its own.
 */
@ApplicationScoped
public class LongSnapshotRead {

    private final Session session;
    private final FeedVersionRepository versions;

    @Inject
    LongSnapshotRead(Session session, FeedVersionRepository versions) {
        this.session = session;
        this.versions = versions;
    }

    /** @param timeout of the transaction, in whole seconds */
    public <T> T run(Duration timeout, Callable<T> read) {
        return QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(timeout.toSeconds()))
                .call(() -> {
                    versions.loadVersionInSnapshot();
                    session.setDefaultReadOnly(true);
                    return read.call();
                });
    }
}
