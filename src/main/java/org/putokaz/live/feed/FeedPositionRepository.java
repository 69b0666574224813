package org.putokaz.live.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.hibernate.Session;
import org.postgresql.PGConnection;
import org.putokaz.live.FeedState;

/**
 * Repository of the feed row, the single source of positions.
 *
 * <p>Every publication locks the row, takes the following positions and advances the row as its last statement. So commits
 * are in the order of their positions, and no position is skipped (docs/decisions/0001).
 */
@ApplicationScoped
public class FeedPositionRepository {

    private final Session session;

    @Inject
    FeedPositionRepository(Session session) {
        this.session = session;
    }

    /** Reads the row as of now, whatever the session has read before. */
    public FeedState currentState() {
        // Columns and not the entity, which the session would return as it was when first read.
        return session.createSelectionQuery(
                        "select f.feedId, f.position, f.changedAt, f.cursorKey, f.collationVersion from FeedEntity f",
                        FeedState.class)
                .getSingleResult();
    }

    /**
     * Waits for other publishing transactions and excludes them until the current transaction ends.
     *
     * @return the last position given out
     */
    public long lock() {
        // Native, because the dialect's own "for no key update" is PostgreSQL's alone.
        return ((Number) session.createNativeQuery(
                                "select position from live.feed where id = 1 for update", Object.class)
                        .getSingleResult())
                .longValue();
    }

    /** Advances the row to a position and, on PostgreSQL, notifies the other nodes once the transaction is committed. */
    public void advanceTo(long position, Instant at) {
        session.createMutationQuery("update FeedEntity f set f.position = :position, f.changedAt = :at where f.id = 1")
                .setParameter("position", position)
                .setParameter("at", at)
                .executeUpdate();
        session.doWork(connection -> notifyOtherNodes(connection, position));
    }

    private static void notifyOtherNodes(Connection connection, long position) throws SQLException {
        if (connection.isWrapperFor(PGConnection.class)) {
            try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
                notify.setString(1, FeedPoller.CHANNEL);
                notify.setString(2, Long.toString(position));
                notify.execute();
            }
        }
    }

    public void setCollationVersion(String version) {
        session.createMutationQuery("update FeedEntity f set f.collationVersion = :version where f.id = 1")
                .setParameter("version", version)
                .executeUpdate();
    }
}
