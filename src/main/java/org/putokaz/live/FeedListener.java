package org.putokaz.live;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Finds out what other nodes publish. PostgreSQL says so (LISTEN); behind a pool that loses such messages, and on H2, a
 * look at the clock row twice a second says it too.
 */
final class FeedListener extends Thread {

    static final String CHANNEL = "putokaz_feed";

    private static final Logger LOG = Logger.getLogger(FeedListener.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DataSource database;
    private final int lookMillis;
    private final LongConsumer reached;
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean away;

    FeedListener(DataSource database, Duration look, LongConsumer reached) {
        super("feed-listener");
        setDaemon(true);
        this.database = database;
        this.lookMillis = Math.toIntExact(look.toMillis());
        this.reached = reached;
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
        try (ResultSet row = statement.executeQuery("select position from live.feed where id = 1")) {
            if (row.next()) {
                reached.accept(row.getLong(1));
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
