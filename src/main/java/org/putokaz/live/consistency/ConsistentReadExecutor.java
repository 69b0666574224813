package org.putokaz.live.consistency;

import org.putokaz.http.request.FeedSource;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.request.ResponseValidity;
import org.putokaz.live.FeedState;
import org.putokaz.live.feed.FeedPositionRepository;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.concurrent.Callable;

/**
 * The two ways to read one state of the store. Both tell the reader until when it holds, before anything can be refused,
 * so that no resource can forget to: what is "not found" may be announced too.
 */
@ApplicationScoped
public class ConsistentReadExecutor {

    private static final int ATTEMPTS = 3;

    private final VersionedQueries statements;
    private final FeedPositionRepository clock;
    private final ReadVersionContext look;
    private final RequestContext reader;

    @Inject
    ConsistentReadExecutor(
            VersionedQueries statements,
            FeedPositionRepository clock,
            ReadVersionContext look,
            RequestContext reader) {
        this.statements = statements;
        this.clock = clock;
        this.look = look;
        this.reader = reader;
    }

    /**
     * Takes the feed to stand where it stood last, reads, and sees whether it does; if it has moved, reads again. Each
     * statement is a transaction of its own and sees what is committed when it begins (READ COMMITTED, on both
     * databases). Where editors publish without pause, the snapshot of a transaction has the last word.
     *
     * @throws IllegalStateException within a transaction, where one would see what others do not, or not yet
     */
    public <T> T readOptimistically(Callable<T> reading) throws Exception {
        if (!Arc.container().requestContext().isActive()) {
            return readInSnapshotTransaction(reading);
        }
        if (QuarkusTransaction.isActive()) {
            throw new IllegalStateException("A look of its own within a transaction; see @Snapshot(held = true)");
        }
        ResponseValidity before = reader.validity().copy();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ReadVersionContext.Standing assumed = clock.lastKnownVersion();
            try {
                T read = runWithVersion(assumed, false, reading);
                if (look.isConfirmed() || clock.isCurrent(assumed)) {
                    return read;
                }
            } catch (ReadVersionContext.Moved moved) {
                clock.invalidate(assumed);
            } catch (PersistenceException failed) {
                throw failed;
            } catch (Exception refused) {
                // "Not found" is an answer like any other, and as true as the state it was read from.
                if (clock.isCurrent(assumed)) {
                    throw refused;
                }
            }
            reader.validity().restore(before);
        }
        return readInSnapshotTransaction(reading);
    }

    /**
     * In a transaction of its own, from one snapshot: PostgreSQL calls that REPEATABLE READ; H2, whose REPEATABLE READ
     * takes a snapshot of each table when it is first touched, calls it SNAPSHOT.
     */
    <T> T readInSnapshotTransaction(Callable<T> reading) throws Exception {
        return QuarkusTransaction.requiringNew().call(() -> {
            ReadVersionContext.Standing standing = clock.loadVersion(statements.lookOnce());
            return Arc.container().requestContext().isActive() ? runWithVersion(standing, true, reading) : reading.call();
        });
    }

    private <T> T runWithVersion(ReadVersionContext.Standing standing, boolean snapshot, Callable<T> reading) throws Exception {
        if (standing.upcoming() != null) {
            reader.validity().addScheduledChange(standing.upcoming());
        }
        FeedState feed = standing.feed();
        reader.validity().addSource(new FeedSource(feed.id(), feed.collationVersion(), feed.position()));
        look.begin(standing, snapshot);
        try {
            return reading.call();
        } finally {
            look.end();
        }
    }
}
