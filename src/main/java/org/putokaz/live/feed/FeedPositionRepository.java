package org.putokaz.live.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.putokaz.live.FeedState;
import org.putokaz.live.consistency.ReadVersionContext;
import org.putokaz.live.consistency.VersionedQueries;
import org.putokaz.live.write.LiveStore;

/** The clock row: reads it, locks it, moves it on. Only {@link LiveStore} moves it. */
@ApplicationScoped
public class FeedPositionRepository {

    public static final int AT_START = 100;

    private static final Logger LOG = Logger.getLogger(FeedPositionRepository.class);

    /**
     * All that tells one standing of the feed from another, in one text of the database's; the key of the cursors, which
     * nobody ever changes, is left out.
     */
    public static final String MARK = "select concat_ws(' ', f.feed_id, f.position, f.changed_at, f.collation_version,"
            + " (select min(u.happens_at) from live.upcoming u)) from live.feed f where f.id = 1";

    private static final String STANDING = "select f.feed_id, f.position, f.changed_at, f.cursor_key,"
            + " f.collation_version, (select min(u.happens_at) from live.upcoming u), (" + MARK + ") from live.feed f"
            + " where f.id = 1";

    private final Session session;
    private final VersionedQueries statements;
    private final Clock clock;
    private final FeedConfig config;
    private volatile ReadVersionContext.@Nullable Standing seen;

    @Inject
    FeedPositionRepository(Session session, VersionedQueries statements, Clock clock, FeedConfig config) {
        this.session = session;
        this.statements = statements;
        this.clock = clock;
        this.config = config;
    }

    void wind(@Observes @Priority(AT_START) StartupEvent start) {
        QuarkusTransaction.requiringNew().run(() -> {
            insertIfMissing();
            config.restored().ifPresent(this::renew);
        });
    }

    /** Another identity, once for each word of the operator's; several nodes may say it at once. */
    private void renew(String restored) {
        int renewed = session.createNativeMutationQuery("update live.feed set feed_id = :feed, restored = :restored"
                        + " where id = 1 and (restored is null or restored <> :restored)")
                .setParameter("feed", UUID.randomUUID())
                .setParameter("restored", restored)
                .executeUpdate();
        if (renewed > 0) {
            LOG.warn("The change feed has a new identity: every follower is told to start again");
        }
    }

    private void insertIfMissing() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        session.createNativeMutationQuery("insert into live.feed (id, feed_id, position, changed_at, cursor_key,"
                        + " collation_version) values (1, :feed, 0, :now, :key, :collation) on conflict do nothing")
                .setParameter("feed", UUID.randomUUID())
                .setParameter("now", now())
                .setParameter("key", HexFormat.of().formatHex(key))
                .setParameter("collation", "none yet")
                .executeUpdate();
    }

    public FeedState read() {
        // Columns and not the row itself: a row that this session read before the clock moved would be an old one.
        return session.createSelectionQuery(
                        "select f.feedId, f.position, f.changedAt, f.cursorKey, f.collationVersion from FeedEntity f",
                        FeedState.class)
                .getSingleResult();
    }

    /**
     * Where the feed stands and what is announced, in one statement: the first of a look. On PostgreSQL the same message
     * says that the whole transaction sees one state; setting it on the connection would be four more.
     */
    public ReadVersionContext.Standing standing(String before) {
        ReadVersionContext.Standing now = statements
                .rows(before + STANDING, List.of(), FeedPositionRepository::standing)
                .get(0);
        seen = now;
        return now;
    }

    /** Where the feed stood when it was last looked at; it may have moved since. */
    public ReadVersionContext.Standing lastSeen() {
        ReadVersionContext.Standing last = seen;
        if (last != null) {
            return last;
        }
        return standing("");
    }

    /** Whether it has not moved since it stood there. */
    public boolean standsAt(ReadVersionContext.Standing assumed) {
        String mark = statements.rows(MARK, List.of(), row -> row.getString(1)).get(0);
        boolean stands = mark.equals(assumed.mark());
        if (!stands) {
            forget(assumed);
        }
        return stands;
    }

    /** That is no longer where it stands. */
    public void forget(ReadVersionContext.Standing assumed) {
        if (assumed.equals(seen)) {
            seen = null;
        }
    }

    /** What is announced is no longer what it was: whoever looks next looks anew. */
    void isAnnouncedDifferently() {
        seen = null;
    }

    /** It stands at this position at least: whoever looks next looks anew, rather than read twice. */
    void hasReached(long position) {
        ReadVersionContext.Standing last = seen;
        if (last != null && last.feed().position() < position) {
            forget(last);
        }
    }

    private static ReadVersionContext.Standing standing(ResultSet row) throws SQLException {
        OffsetDateTime upcoming = row.getObject(6, OffsetDateTime.class);
        return new ReadVersionContext.Standing(
                new FeedState(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4),
                        row.getString(5)),
                upcoming == null ? null : upcoming.toInstant(),
                row.getString(7));
    }

    /** Waits for whoever is publishing; from here to the commit nobody else does. Returns the position reached. */
    public long lock() {
        // Native, because the dialect's own "for no key update" is PostgreSQL's alone.
        return ((Number) session.createNativeQuery(
                                "select position from live.feed where id = 1 for update", Object.class)
                        .getSingleResult())
                .longValue();
    }

    /** Moves the clock to a position; the last statement of every publishing transaction. */
    public void moveTo(long position, Instant at) {
        session.createMutationQuery("update FeedEntity f set f.position = :position, f.changedAt = :at where f.id = 1")
                .setParameter("position", position)
                .setParameter("at", at)
                .executeUpdate();
        session.doWork(connection -> tellOtherNodes(connection, position));
    }

    /** PostgreSQL hands it on when, and only if, the transaction is committed. */
    private static void tellOtherNodes(Connection connection, long position) throws SQLException {
        if (connection.isWrapperFor(PGConnection.class)) {
            try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
                notify.setString(1, FeedPoller.CHANNEL);
                notify.setString(2, Long.toString(position));
                notify.execute();
            }
        }
    }

    public void collatedWith(String version) {
        session.createMutationQuery("update FeedEntity f set f.collationVersion = :version where f.id = 1")
                .setParameter("version", version)
                .executeUpdate();
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
