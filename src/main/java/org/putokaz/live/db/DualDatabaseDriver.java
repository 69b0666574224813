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
 * Lets the URL alone choose the database: Quarkus fixes the driver when the jar is built, an operator chooses the
 * database when it is started.
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
            return h2.connect(url, answeringAnew(info));
        }
        Connection connection = postgresql.connect(url, info);
        return connection == null ? null : planningOnce(connection);
    }

    /**
     * H2 would give the last result of a statement, or of one half of it, again while it believes that nothing was written
     * since. It misses commits that come while the statement runs (its issues 3894 and 4208; 2.4.240 does so still): one
     * half of an answer would be older than the other, and stay so until the next publish.
     */
    private static Properties answeringAnew(Properties info) {
        Properties all = new Properties();
        all.putAll(info);
        all.setProperty("OPTIMIZE_REUSE_RESULTS", "FALSE");
        return all;
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
