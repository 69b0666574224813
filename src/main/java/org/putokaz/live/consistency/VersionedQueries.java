package org.putokaz.live.consistency;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.engine.Constants;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.putokaz.live.feed.FeedPositionRepository;

/**
 * Asks the database for columns, on the connection of the transaction that is going on, or without one. What answers the
 * public reads this way and in no other, within a {@link ConsistentRead}: it wants a few columns of many rows and no managed
 * entities, and each statement brings along where the feed stands, as far as that costs less than asking once more.
 */
@ApplicationScoped
public class VersionedQueries {

    private final DataSource database;
    private final ReadVersionContext look;
    private volatile @Nullable Boolean postgresql;

    @Inject
    VersionedQueries(DataSource database, ReadVersionContext look) {
        this.database = database;
        this.look = look;
    }

    /** What to make of one row: something that nobody changes, out of the row alone. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * @param sql one {@code select}
     * @param values for the marks, in order; ids in an array stand for an array
     */
    public <T> List<T> list(String sql, List<?> values, Row<T> made) {
        return isToBringMark() ? listAnew(sql, values, made) : rows(sql, values, made);
    }

    private <T> List<T> listAnew(String sql, List<?> values, Row<T> made) {
        if (!onPostgresql()) {
            // H2 would work the mark out for each row, and parse what it is put around for each parameter.
            List<T> all = rows(sql, values, made);
            look.confirm(null);
            return all;
        }
        // A plain scan of what is inside: PostgreSQL leaves its order alone.
        return confirming("select q.*, (" + FeedPositionRepository.MARK + ") from (" + sql + ") q", values, made);
    }

    /**
     * What is one row at most.
     *
     * @param columns of a {@code select}, without it
     * @param from the rest of it
     * @param values as for {@link #list}
     */
    public <T> Optional<T> one(String columns, String from, List<?> values, Row<T> made) {
        List<T> found = isToBringMark()
                ? oneAnew(columns, from, values, made)
                : rows("select " + columns + ' ' + from, values, made);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    private <T> List<T> oneAnew(String columns, String from, List<?> values, Row<T> made) {
        return confirming("select " + columns + ", (" + FeedPositionRepository.MARK + ") " + from, values, made);
    }

    /** The last column is the mark. */
    private <T> List<T> confirming(String sql, List<?> values, Row<T> made) {
        boolean[] brought = new boolean[1];
        List<T> all = rows(sql, values, row -> {
            if (!brought[0]) {
                look.confirm(row.getString(row.getMetaData().getColumnCount()));
                brought[0] = true;
            }
            return made.of(row);
        });
        if (!brought[0]) {
            look.confirm(null);
        }
        return all;
    }

    private boolean isToBringMark() {
        return Arc.container().requestContext().isActive() && look.mark() != null;
    }

    /** As it is written, whatever look is going on. */
    public <T> List<T> rows(String sql, List<?> values, Row<T> made) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            // More than one statement in one text is one message to PostgreSQL; the rows are those of the last.
            boolean rows = statement.execute();
            while (!rows && statement.getUpdateCount() >= 0) {
                rows = statement.getMoreResults();
            }
            try (ResultSet found = statement.getResultSet()) {
                List<T> all = new ArrayList<>();
                while (found.next()) {
                    all.add(made.of(found));
                }
                return all;
            }
        } catch (SQLException failed) {
            throw new PersistenceException("A statement failed", failed);
        }
    }

    /**
     * Has the transaction that begins see one state of everything: says so to H2, and gives what must be said to
     * PostgreSQL before the first statement. Of the transaction, not of the connection: nothing to take back afterwards,
     * and no message of its own.
     */
    String lookOnce() {
        try (Connection connection = database.getConnection()) {
            if (connection.isWrapperFor(PGConnection.class)) {
                return "set transaction isolation level repeatable read; ";
            }
            connection.setTransactionIsolation(Constants.TRANSACTION_SNAPSHOT);
            return "";
        } catch (SQLException failed) {
            throw new PersistenceException("A look could not begin", failed);
        }
    }

    /** Whether the database is PostgreSQL; else it is H2. */
    private boolean onPostgresql() {
        Boolean known = postgresql;
        if (known == null) {
            try (Connection connection = database.getConnection()) {
                known = connection.isWrapperFor(PGConnection.class);
            } catch (SQLException failed) {
                throw new PersistenceException("The database could not be asked what it is", failed);
            }
            postgresql = known;
        }
        return known;
    }

    private static void bind(PreparedStatement statement, List<?> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof UUID[] ids) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("uuid", ids));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
