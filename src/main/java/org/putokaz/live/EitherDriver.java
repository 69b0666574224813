package org.putokaz.live;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Lets the URL alone choose the database: Quarkus fixes the driver when the jar is built, an operator chooses the
 * database when it is started.
 */
public final class EitherDriver implements Driver {

    private final Driver h2 = new org.h2.Driver();
    private final Driver postgresql = new org.postgresql.Driver();

    private Driver driverOf(String url) {
        return url.startsWith("jdbc:h2:") ? h2 : postgresql;
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        Connection connection = driverOf(url).connect(url, info);
        return connection != null && connection.isWrapperFor(PGConnection.class)
                ? planningOnce(connection)
                : connection;
    }

    /**
     * Each statement's plan is made once and kept, whatever is bound. PostgreSQL would rather plan a page anew each time:
     * for a known bound it expects to read less, and never learns that the plan is the same. What is asked here has one
     * good plan, by the index that it names.
     */
    private static Connection planningOnce(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
            return connection;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return driverOf(url).acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return driverOf(url).getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
