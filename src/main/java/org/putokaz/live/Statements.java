package org.putokaz.live;

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
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.engine.Constants;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Asks the database for columns, on the connection of the transaction that is going on, or without one. What answers the
 * public reads this way and in no other, within a {@link Snapshot}: it wants a few columns of many rows and no managed
 * entities, and each statement brings along where the feed stands, as far as the database can say that at no cost.
 */
@ApplicationScoped
public class Statements {

    private final DataSource database;
    private final Look look;

    @Inject
    Statements(DataSource database, Look look) {
        this.database = database;
        this.look = look;
    }

    /** What to make of one row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * @param sql one {@code select}
     * @param values for the marks, in order; ids in an array stand for an array
     */
    public <T> List<T> list(String sql, List<?> values, Row<T> made) {
        if (look() == null) {
            return rows(sql, values, made);
        }
        // A plain scan of what is inside: PostgreSQL leaves its order alone.
        boolean[] brought = new boolean[1];
        List<T> all = rows("select q.*, (" + FeedClock.MARK + ") from (" + sql + ") q", values, row -> {
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

    /** What a statement is to bring along; null when it is to be asked as it is. */
    private @Nullable String look() {
        return Arc.container().requestContext().isActive() ? look.mark() : null;
    }

    /** As it is written, whatever look is going on. */
    <T> List<T> rows(String sql, List<?> values, Row<T> made) {
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
    boolean onPostgresql() {
        try (Connection connection = database.getConnection()) {
            return connection.isWrapperFor(PGConnection.class);
        } catch (SQLException failed) {
            throw new PersistenceException("The database could not be asked what it is", failed);
        }
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
