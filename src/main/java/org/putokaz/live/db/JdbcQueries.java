package org.putokaz.live.db;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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

/** Runner of SQL queries, on the connection of the current transaction or, without a transaction, on one from the pool. */
@Singleton
public class JdbcQueries {

    private final DataSource database;
    private volatile @Nullable Boolean postgresql;

    @Inject
    JdbcQueries(DataSource database) {
        this.database = database;
    }

    /**
     * Runs a query, or several statements in one text, which PostgreSQL is sent as one message; the rows are the last one's.
     *
     * @param values of the parameters, in order; a {@code UUID[]} or {@code String[]} is bound as an SQL array
     * @throws PersistenceException when the database refuses it or cannot be reached
     */
    public <T> List<T> query(String sql, List<?> values, RowMapper<T> mapper) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            boolean hasRows = statement.execute();
            while (!hasRows && statement.getUpdateCount() >= 0) {
                hasRows = statement.getMoreResults();
            }
            try (ResultSet rows = statement.getResultSet()) {
                List<T> mapped = new ArrayList<>();
                while (rows.next()) {
                    mapped.add(mapper.map(rows));
                }
                return mapped;
            }
        } catch (SQLException failed) {
            throw new PersistenceException("A query failed", failed);
        }
    }

    private static void bind(PreparedStatement statement, List<?> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof UUID[] ids) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("uuid", ids));
            } else if (value instanceof String[] texts) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("varchar", texts));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    /**
     * Makes the current transaction, which must not have read anything yet, read from one snapshot of the whole database. On
     * H2 the level is SNAPSHOT, as its REPEATABLE READ takes a snapshot of each table when it is first read; it is set at
     * once. On PostgreSQL it is REPEATABLE READ, and set by the returned SQL without a message of its own.
     *
     * @return SQL to put in front of the first query; empty on H2
     */
    public String useSnapshotIsolation() {
        try (Connection connection = database.getConnection()) {
            if (connection.isWrapperFor(PGConnection.class)) {
                return "set transaction isolation level repeatable read; ";
            }
            connection.setTransactionIsolation(Constants.TRANSACTION_SNAPSHOT);
            return "";
        } catch (SQLException failed) {
            throw new PersistenceException("A snapshot transaction could not begin", failed);
        }
    }

    /** Whether the database is PostgreSQL; otherwise it is H2. */
    public boolean isPostgresql() {
        Boolean known = postgresql;
        if (known == null) {
            try (Connection connection = database.getConnection()) {
                known = connection.isWrapperFor(PGConnection.class);
            } catch (SQLException failed) {
                throw new PersistenceException("The kind of database could not be determined", failed);
            }
            postgresql = known;
        }
        return known;
    }
}
