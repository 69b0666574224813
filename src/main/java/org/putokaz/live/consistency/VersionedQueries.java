package org.putokaz.live.consistency;

import io.quarkus.arc.Arc;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.putokaz.live.db.JdbcQueries;
import org.putokaz.live.db.RowMapper;
import org.putokaz.live.feed.FeedVersionRepository;

/**
 * Runner of queries that verify the feed version within an optimistic read; outside of one they run unchanged. Every query
 * of a public read has to go through here: a session would return the entities of the attempt before.
 *
 * <p>The stamp of the version is one more column of the query where that costs less than querying it at the end: of every
 * query on PostgreSQL, of single rows on H2. For a list H2 would compute it for every row.
 */
@Singleton
public class VersionedQueries {

    private final JdbcQueries queries;
    private final ReadVersionContext context;

    @Inject
    VersionedQueries(JdbcQueries queries, ReadVersionContext context) {
        this.queries = queries;
        this.context = context;
    }

    /**
     * Runs a query for any number of rows.
     *
     * @param sql one {@code select}
     * @param values as for {@link JdbcQueries#query}
     */
    public <T> List<T> queryList(String sql, List<?> values, RowMapper<T> mapper) {
        if (!isVersionToBeVerified()) {
            return queries.query(sql, values, mapper);
        }
        if (queries.isPostgresql()) {
            // A plain scan of the subquery, whose order PostgreSQL keeps.
            return queryVerifying(
                    "select q.*, (" + FeedVersionRepository.STAMP_SQL + ") from (" + sql + ") q", values, mapper);
        }
        List<T> rows = queries.query(sql, values, mapper);
        context.verify(null);
        return rows;
    }

    /**
     * Runs a query for one row at most.
     *
     * @param columns of a {@code select}, without the keyword
     * @param from the rest of the query
     * @param values as for {@link JdbcQueries#query}
     */
    public <T> Optional<T> queryOne(String columns, String from, List<?> values, RowMapper<T> mapper) {
        List<T> rows = isVersionToBeVerified()
                ? queryVerifying(
                        "select " + columns + ", (" + FeedVersionRepository.STAMP_SQL + ") " + from, values, mapper)
                : queries.query("select " + columns + ' ' + from, values, mapper);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** Runs a query whose last column is the stamp, and verifies that of the first row. */
    private <T> List<T> queryVerifying(String sql, List<?> values, RowMapper<T> mapper) {
        boolean[] verified = new boolean[1];
        List<T> rows = queries.query(sql, values, row -> {
            if (!verified[0]) {
                context.verify(row.getString(row.getMetaData().getColumnCount()));
                verified[0] = true;
            }
            return mapper.map(row);
        });
        if (!verified[0]) {
            context.verify(null);
        }
        return rows;
    }

    private boolean isVersionToBeVerified() {
        return Arc.container().requestContext().isActive() && context.expectedStamp() != null;
    }
}
