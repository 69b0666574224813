package org.putokaz.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks at the tables themselves, past everything that might hide something. */
@ApplicationScoped
public class Database {

    @Inject
    DataSource source;

    /** Every value of every row of every table of these schemas, one a line. */
    public String everything(String... schemas) {
        StringBuilder all = new StringBuilder();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery("select table_schema, table_name from"
                    + " information_schema.tables where table_schema in ('" + String.join("', '", schemas) + "')")) {
                while (found.next()) {
                    tables.add(found.getString(1) + "." + found.getString(2));
                }
            }
            for (String table : tables) {
                dump(statement, table, all);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return all.toString();
    }

    private static void dump(Statement statement, String table, StringBuilder all) throws SQLException {
        all.append("== ").append(table).append('\n');
        try (ResultSet rows = statement.executeQuery("select * from " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    all.append(rows.getString(i)).append('\n');
                }
            }
        }
    }
}
