package org.putokaz.live;

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
import org.postgresql.PGConnection;

/**
 * Asks the database for columns, on the connection of the transaction that is going on. What answers the public reads
 * this way: it wants a few columns of many rows, and no managed entities.
 */
@ApplicationScoped
class Statements {

    private final DataSource database;

    @Inject
    Statements(DataSource database) {
        this.database = database;
    }

    /** What to make of one row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @param values for the marks, in order; ids in an array stand for an array */
    <T> List<T> list(String sql, List<?> values, Row<T> made) {
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
