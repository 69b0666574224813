package org.putokaz.live.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.FeedState;
import org.putokaz.live.db.JdbcQueries;

/**
 * Repository of the {@link FeedVersion}, which remembers the version last loaded by this process.
 *
 * <p>The remembered version is only an assumption: readers verify it with {@link #isCurrent} or by the stamp that a query
 * returns. It is dropped as soon as this process knows of a newer one, because a read that begins with an old version is
 * done twice, and a read that begins without one costs a single query more.
 */
@ApplicationScoped
public class FeedVersionRepository {

    /** Query of the stamp. The cursor key is left out, as it never changes. */
    public static final String STAMP_SQL =
            "select concat_ws(' ', f.feed_id, f.position, f.changed_at, f.collation_version,"
                    + " (select min(u.happens_at) from live.upcoming u)) from live.feed f where f.id = 1";

    private static final String VERSION_SQL = "select f.feed_id, f.position, f.changed_at, f.cursor_key,"
            + " f.collation_version, (select min(u.happens_at) from live.upcoming u), (" + STAMP_SQL
            + ") from live.feed f"
            + " where f.id = 1";

    private final JdbcQueries queries;
    private volatile @Nullable FeedVersion lastKnown;

    @Inject
    FeedVersionRepository(JdbcQueries queries) {
        this.queries = queries;
    }

    /** Returns the version last loaded, which may be outdated, or loads it. */
    public FeedVersion lastKnownVersion() {
        FeedVersion known = lastKnown;
        return known == null ? load(VERSION_SQL) : known;
    }

    /**
     * Loads the version as the first query of the current transaction, which reads from one snapshot of the database from
     * then on.
     */
    public FeedVersion loadVersionInSnapshot() {
        return load(queries.useSnapshotIsolation() + VERSION_SQL);
    }

    private FeedVersion load(String sql) {
        FeedVersion loaded =
                queries.query(sql, List.of(), FeedVersionRepository::version).get(0);
        lastKnown = loaded;
        return loaded;
    }

    /** Queries whether this is still the version, and drops the remembered one if it is not. */
    public boolean isCurrent(FeedVersion version) {
        String stamp =
                queries.query(STAMP_SQL, List.of(), row -> row.getString(1)).get(0);
        boolean current = stamp.equals(version.stamp());
        if (!current) {
            invalidate(version);
        }
        return current;
    }

    /** Drops the remembered version if it is this one. */
    public void invalidate(FeedVersion version) {
        if (version.equals(lastKnown)) {
            lastKnown = null;
        }
    }

    void onScheduledChangeUpdated() {
        lastKnown = null;
    }

    void onPositionReached(long position) {
        FeedVersion known = lastKnown;
        if (known != null && known.feed().position() < position) {
            invalidate(known);
        }
    }

    private static FeedVersion version(ResultSet row) throws SQLException {
        OffsetDateTime nextScheduledChange = row.getObject(6, OffsetDateTime.class);
        return new FeedVersion(
                new FeedState(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4),
                        row.getString(5)),
                nextScheduledChange == null ? null : nextScheduledChange.toInstant(),
                row.getString(7));
    }
}
