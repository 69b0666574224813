package org.putokaz.live.consistency;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.concurrent.Callable;
import org.putokaz.http.request.FeedSource;
import org.putokaz.http.request.PositionParameter;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.request.ResponseValidity;
import org.putokaz.live.FeedState;
import org.putokaz.live.feed.FeedVersion;
import org.putokaz.live.feed.FeedVersionRepository;

/**
 * Executor of {@link ConsistentRead}s: all queries of one read see one version of the published store
 * (docs/decisions/0023).
 *
 * <h2>Algorithm</h2>
 *
 * A sequence lock (seqlock) over the feed row. Every publication advances that row in its own transaction and nothing ever
 * takes it back, so the {@link FeedVersion} is the sequence number of all that is published. A reader takes no lock and
 * opens no transaction:
 *
 * <ol>
 *   <li>The version last known to this process is assumed ({@link FeedVersionRepository#lastKnownVersion}).
 *   <li>The read runs. Each query is a transaction of its own and sees what is committed when it begins (READ COMMITTED).
 *   <li>The version is verified to be the assumed one. {@link VersionedQueries} have the database return its stamp along
 *       with the rows; where no query did so after the last one, the stamp is queried.
 *   <li>If the version differs, the result and the {@link ResponseValidity} collected with it are discarded, and the read
 *       runs again with the new version.
 * </ol>
 *
 * <h2>Consistency</h2>
 *
 * As the version never returns to an earlier one, one verification is good for all queries before it. (The next scheduled
 * change, which is part of the version too, may return to an earlier value, but no row depends on it.) An exception is a
 * result like any other: "not found" leaves this class only when its version is verified. The validity of the response is
 * given the version and the next scheduled change before the read runs, so that it is set for exceptions too.
 *
 * <h2>Concurrency</h2>
 *
 * There is no shared state beside the last known version. The {@link ReadVersionContext} belongs to one request.
 *
 * <h2>Bounds</h2>
 *
 * At most {@value #MAX_OPTIMISTIC_ATTEMPTS} attempts, then one in a snapshot transaction, which cannot be outdated: a
 * result comes even while publications follow one another without pause. Without a publication a read costs no query for
 * consistency where a row returned the stamp, otherwise one.
 *
 * <h2>Failure</h2>
 *
 * An exception of the database is thrown at once and not retried.
 */
@ApplicationScoped
class ConsistentReadExecutor {

    private static final int MAX_OPTIMISTIC_ATTEMPTS = 3;

    private final FeedVersionRepository versions;
    private final ReadVersionContext context;
    private final RequestContext request;

    @Inject
    ConsistentReadExecutor(FeedVersionRepository versions, ReadVersionContext context, RequestContext request) {
        this.versions = versions;
        this.context = context;
        this.request = request;
    }

    /**
     * Reads as described above; without an active request, in a snapshot transaction.
     *
     * @throws IllegalStateException within a transaction, whose own uncommitted changes the read would see
     */
    <T> T readOptimistically(Callable<T> read) throws Exception {
        if (!Arc.container().requestContext().isActive()) {
            return readInSnapshotTransaction(read);
        }
        if (QuarkusTransaction.isActive()) {
            throw new IllegalStateException("An optimistic read within a transaction; see @ConsistentRead");
        }
        ResponseValidity before = request.validity().copy();
        for (int attempt = 0; attempt < MAX_OPTIMISTIC_ATTEMPTS; attempt++) {
            FeedVersion assumed = versions.lastKnownVersion();
            try {
                T result = runWithVersion(assumed, false, read);
                if (context.isVerified() || versions.isCurrent(assumed)) {
                    return result;
                }
            } catch (ConcurrentPublicationException outdated) {
                versions.invalidate(assumed);
            } catch (PersistenceException failed) {
                throw failed;
            } catch (Exception thrown) {
                if (versions.isCurrent(assumed)) {
                    throw thrown;
                }
            }
            request.validity().restore(before);
        }
        return readInSnapshotTransaction(read);
    }

    /**
     * Reads in a transaction of its own, from one snapshot of the database: REPEATABLE READ on PostgreSQL, SNAPSHOT on H2.
     */
    <T> T readInSnapshotTransaction(Callable<T> read) throws Exception {
        return QuarkusTransaction.requiringNew().call(() -> {
            FeedVersion version = versions.loadVersionInSnapshot();
            return Arc.container().requestContext().isActive() ? runWithVersion(version, true, read) : read.call();
        });
    }

    private <T> T runWithVersion(FeedVersion version, boolean snapshot, Callable<T> read) throws Exception {
        ResponseValidity validity = request.validity();
        if (version.nextScheduledChange() != null) {
            validity.addScheduledChange(version.nextScheduledChange());
        }
        FeedState feed = version.feed();
        validity.addSource(new FeedSource(feed.id(), feed.collationVersion(), feed.position()));
        context.open(version, snapshot);
        try {
            requirePosition(feed.position());
            return read.call();
        } finally {
            context.close();
        }
    }

    /**
     * Refuses a request for a later position than the version's. As with every exception of a read, that version is
     * verified first: another node may have published what this one does not know yet.
     */
    private void requirePosition(long reached) {
        if (request.requiredPosition() > reached) {
            throw QueryParameterParser.invalidParameter(
                    PositionParameter.NAME, "position-not-reached", String.valueOf(reached));
        }
    }
}
