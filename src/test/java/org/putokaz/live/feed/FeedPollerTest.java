package org.putokaz.live.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Polling of the feed row on H2, also after the database was unreachable. */
class FeedPollerTest {

    private static final UUID FEED_ID = new UUID(0, 1);
    private static final Duration INTERVAL = Duration.ofMillis(10);

    private record Poll(FeedPosition position, @Nullable Instant nextScheduledChange) {}

    private final JdbcDataSource database = new JdbcDataSource();
    private final BlockingQueue<Poll> polls = new LinkedBlockingQueue<>();
    private final List<Connection> opened = new CopyOnWriteArrayList<>();
    private final CountDownLatch refused = new CountDownLatch(2);
    private volatile boolean unreachable;
    private final FeedPoller poller = new FeedPoller(
            reachableSometimes(), INTERVAL, (started, position, next) -> polls.add(new Poll(position, next)));

    @BeforeEach
    void createFeed() throws SQLException {
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        execute("create schema live");
        execute("create table live.feed (id int, feed_id uuid, collation_version varchar, position bigint)");
        execute("create table live.upcoming (happens_at timestamp(3) with time zone)");
        execute("insert into live.feed values (1, '" + FEED_ID + "', 'icu', 7)");
    }

    @AfterEach
    void close() {
        poller.close();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private DataSource reachableSometimes() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (unreachable) {
                        refused.countDown();
                        throw new SQLException("unreachable");
                    }
                    try {
                        Object result = method.invoke(database, arguments);
                        opened.add((Connection) result);
                        return result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private Poll nextPoll() throws InterruptedException {
        Poll poll = polls.poll(10, TimeUnit.SECONDS);
        assertThat(poll).as("a poll within ten seconds").isNotNull();
        return poll;
    }

    private Poll pollAt(long position) throws InterruptedException {
        Poll poll = nextPoll();
        while (poll.position().position() != position) {
            poll = nextPoll();
        }
        return poll;
    }

    @Test
    void thePositionAndTheNextScheduledChangeArePolled() throws Exception {
        poller.start();
        assertThat(nextPoll()).isEqualTo(new Poll(new FeedPosition(FEED_ID, "icu", 7), null));
        Instant at = Instant.parse("2027-01-01T10:00:00Z");
        execute("insert into live.upcoming values (timestamp with time zone '2027-01-01 10:00:00+00')");
        execute("update live.feed set position = 8");
        assertThat(pollAt(8)).isEqualTo(new Poll(new FeedPosition(FEED_ID, "icu", 8), at));
    }

    @Test
    void pollingGoesOnAfterTheDatabaseWasUnreachable() throws Exception {
        poller.start();
        nextPoll();
        unreachable = true;
        execute("update live.feed set position = 9");
        assertThat(refused.await(10, TimeUnit.SECONDS)).isTrue();
        unreachable = false;
        pollAt(9);
    }

    @Test
    void everyConnectionIsReturned() throws Exception {
        poller.start();
        nextPoll();
        nextPoll();
        poller.close();
        assertThat(opened).isNotEmpty().allMatch(FeedPollerTest::isClosed);
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
