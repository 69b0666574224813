package org.putokaz.live.db;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * JDBC driver for both H2 and PostgreSQL, selected by the URL when the service starts. Quarkus would fix the driver when the
 * jar is built (docs/decisions/0002).
 */
public final class DualDatabaseDriver implements Driver {

    private final Driver h2 = new org.h2.Driver();
    private final Driver postgresql = new org.postgresql.Driver();

    private static boolean isH2(String url) {
        return url.startsWith("jdbc:h2:");
    }

    private Driver driverOf(String url) {
        return isH2(url) ? h2 : postgresql;
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        if (isH2(url)) {
            return h2.connect(url, withoutResultReuse(info));
        }
        Connection connection = postgresql.connect(url, info);
        return connection == null ? null : withGenericPlans(connection);
    }

    /**
     * Makes H2 evaluate each statement anew. By default it reuses the last result of a statement or subquery while it believes
     * that nothing was written since, and misses commits that come while the statement runs (issues 3894 and 4208; still so
     * in 2.4.240). One part of a result would then be older than the other, until the next publication.
     */
    private static Properties withoutResultReuse(Properties info) {
        Properties all = new Properties();
        all.putAll(info);
        all.setProperty("OPTIMIZE_REUSE_RESULTS", "FALSE");
        return all;
    }

    /**
     * Makes PostgreSQL keep one plan for each prepared statement, whatever values are bound. It would otherwise plan every page
     * of a list anew, as it expects fewer rows for a known bound. The statements of this service name the index they walk
     * and have one good plan (docs/decisions/0024).
     */
    private static Connection withGenericPlans(Connection connection) throws SQLException {
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
