package org.putokaz.live.consistency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.hibernate.Session;
import org.putokaz.live.feed.FeedPositionRepository;

/** Reads of one moment, like {@link ConsistentRead}, that take longer than a request may: of everything there is. */
@ApplicationScoped
public class LongSnapshotRead {

    private final Session session;
    private final VersionedQueries statements;
    private final FeedPositionRepository clock;

    @Inject
    LongSnapshotRead(Session session, VersionedQueries statements, FeedPositionRepository clock) {
        this.session = session;
        this.statements = statements;
        this.clock = clock;
    }

    /** @param most how long the database is to wait for the end of it */
    public <T> T at(Duration most, Callable<T> reading) {
        return QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(most.toSeconds()))
                .call(() -> {
                    clock.standing(statements.lookOnce());
                    session.setDefaultReadOnly(true);
                    return reading.call();
                });
    }
}
