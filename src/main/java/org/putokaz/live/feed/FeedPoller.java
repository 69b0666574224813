package org.putokaz.live.feed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Finds out what other nodes publish. PostgreSQL says so (LISTEN); behind a pool that loses such messages, and on H2, a
 * look at the clock row twice a second says it too. The same look tells when the store is going to change.
 */
final class FeedPoller extends Thread {

    static final String CHANNEL = "putokaz_feed";

    private static final Logger LOG = Logger.getLogger(FeedPoller.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DataSource database;
    private final int lookMillis;
    private final Report report;
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean away;

    /** What a look has shown. */
    @FunctionalInterface
    interface Report {

        /**
         * @param began when the look began, in {@linkplain System#nanoTime() nanoseconds}
         * @param awaited when the store is going to change; null when nothing is announced
         */
        void saw(long began, FeedNotifier.Place seen, @Nullable Instant awaited);
    }

    FeedPoller(DataSource database, Duration look, Report report) {
        super("feed-listener");
        setDaemon(true);
        this.database = database;
        this.lookMillis = Math.toIntExact(look.toMillis());
        this.report = report;
    }

    @Override
    public void run() {
        do {
            try (Connection connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException thrown) {
                if (!away) {
                    LOG.warnf(
                            "The change feed cannot be watched for now: %s",
                            thrown.getClass().getSimpleName());
                }
                away = true;
            }
        } while (!isOverWithin(lookMillis));
    }

    /** On PostgreSQL for as long as the connection lasts, on H2 for one look. */
    private void listen(Connection connection) throws SQLException {
        boolean notifies = connection.isWrapperFor(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            if (notifies) {
                statement.execute("listen " + CHANNEL);
            }
            look(statement);
            while (notifies && over.getCount() > 0) {
                connection.unwrap(PGConnection.class).getNotifications(lookMillis);
                look(statement);
            }
            if (notifies) {
                statement.execute("unlisten " + CHANNEL);
            }
        }
    }

    private void look(Statement statement) throws SQLException {
        long began = System.nanoTime();
        try (ResultSet row = statement.executeQuery(
                "select feed_id, collation_version, position, (select min(happens_at) from live.upcoming)"
                        + " from live.feed where id = 1")) {
            if (row.next()) {
                OffsetDateTime awaited = row.getObject(4, OffsetDateTime.class);
                report.saw(
                        began,
                        new FeedNotifier.Place(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)),
                        awaited == null ? null : awaited.toInstant());
            }
        }
        if (away) {
            LOG.info("The change feed is watched again");
            away = false;
        }
    }

    private boolean isOverWithin(long millis) {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    void end() {
        over.countDown();
        try {
            join(PATIENCE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
