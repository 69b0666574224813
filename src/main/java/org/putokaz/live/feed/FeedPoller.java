package org.putokaz.live.feed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.putokaz.common.BackgroundWorker;

/**
 * Background poller of the feed row and the next scheduled change, by which a node learns of what other nodes publish.
 *
 * <p>On PostgreSQL it keeps one connection that listens on {@link #CHANNEL} and polls when notified; it polls after the
 * interval too, for pools that lose notifications. On H2 it polls once an interval with a connection from the pool. After a
 * failure it connects again after the interval.
 */
final class FeedPoller implements AutoCloseable {

    static final String CHANNEL = "putokaz_feed";

    private static final Logger LOG = Logger.getLogger(FeedPoller.class);
    private static final String POLL_SQL = "select feed_id, collation_version, position,"
            + " (select min(happens_at) from live.upcoming) from live.feed where id = 1";

    private final DataSource database;
    private final Duration interval;
    private final PollListener listener;
    private final BackgroundWorker worker;
    private @Nullable Connection listening;

    /** Listener for the result of each poll, called on the polling thread. */
    @FunctionalInterface
    interface PollListener {

        /**
         * @param startedNanos when the poll began, as {@link System#nanoTime()} counts
         * @param nextScheduledChange null when nothing is scheduled
         */
        void onPolled(long startedNanos, FeedPosition position, @Nullable Instant nextScheduledChange);
    }

    FeedPoller(DataSource database, Duration interval, PollListener listener) {
        this.database = database;
        this.interval = interval;
        this.listener = listener;
        this.worker = new BackgroundWorker("feed-listener", interval, this::run);
    }

    void start() {
        worker.start();
    }

    private Duration run() throws SQLException {
        try {
            return listening == null ? connectAndPoll() : awaitNotificationAndPoll(listening);
        } catch (SQLException | RuntimeException failed) {
            closeQuietly();
            throw failed;
        }
    }

    private Duration connectAndPoll() throws SQLException {
        Connection connection = database.getConnection();
        try (Statement statement = connection.createStatement()) {
            if (connection.isWrapperFor(PGConnection.class)) {
                listening = connection;
                statement.execute("listen " + CHANNEL);
            }
            poll(statement);
        } finally {
            if (listening == null) {
                connection.close();
            }
        }
        return listening == null ? interval : Duration.ZERO;
    }

    private Duration awaitNotificationAndPoll(Connection connection) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(interval.toMillis()));
        try (Statement statement = connection.createStatement()) {
            poll(statement);
        }
        return Duration.ZERO;
    }

    private void poll(Statement statement) throws SQLException {
        long startedNanos = System.nanoTime();
        try (ResultSet row = statement.executeQuery(POLL_SQL)) {
            if (row.next()) {
                OffsetDateTime next = row.getObject(4, OffsetDateTime.class);
                listener.onPolled(
                        startedNanos,
                        new FeedPosition(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)),
                        next == null ? null : next.toInstant());
            }
        }
    }

    /** Ends the polling thread and returns the connection to the pool. */
    @Override
    public void close() {
        worker.close();
        Connection connection = listening;
        if (connection != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("unlisten " + CHANNEL);
            } catch (SQLException failed) {
                LOG.debug("The feed channel could not be left", failed);
            }
            closeQuietly();
        }
    }

    private void closeQuietly() {
        Connection connection = listening;
        listening = null;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException failed) {
                LOG.debug("The polling connection could not be closed", failed);
            }
        }
    }
}
