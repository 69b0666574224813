package org.putokaz.live.read;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.putokaz.live.consistency.VersionedQueries;
import org.putokaz.live.db.RowMapper;

/**
 * Runner of a family's own queries on the published store. Within a
 * {@link org.putokaz.live.consistency.ConsistentRead} the rows are of the version that everything else is read at.
 */
@Singleton
public class LiveQueries {

    private final VersionedQueries queries;

    @Inject
    LiveQueries(VersionedQueries queries) {
        this.queries = queries;
    }

    /**
     * Runs a query.
     *
     * @param sql one {@code select}, of constant text
     * @param values of its parameters, in order; a {@code UUID[]} is bound as an SQL array
     */
    public <T> List<T> query(String sql, List<?> values, RowMapper<T> mapper) {
        return queries.queryList(sql, values, mapper);
    }
}
