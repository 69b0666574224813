package org.putokaz.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** V19 keeps the webhooks and deliveries of the version before, with nothing out of turn. */
class WebhookMigrationTest {

    private static final String URL =
            "jdbc:h2:mem:webhook-migration;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
    private static final String ENDPOINT = "'01a20f2b-9859-7de3-8715-e9cb2be9e603'";
    private static final String DELIVERY = "'01a20f2b-89e3-7be5-b844-797d48c402f7'";

    private static void migrateTo(String version) {
        Flyway.configure()
                .dataSource(URL, "sa", "")
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static List<String> row(Statement statement, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.add(row.getString(i));
            }
        }
        return values;
    }

    @Test
    void aPendingDeliveryStaysPending() throws SQLException {
        migrateTo("18");
        try (Connection connection = DriverManager.getConnection(URL, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into webhook.endpoint (id, owner_id, owner_name, url, families, interest, status, secret,"
                            + " feed_id, scanned, caught_up, delivered, head, deliveries, failures, due_at, created_at) values ("
                            + ENDPOINT + ", 'o', 'o', 'https://example.org/', '', 'ALL', 'ACTIVE', 's', " + ENDPOINT
                            + ", 7, 7, 7, " + DELIVERY + ", 1, 2, current_timestamp, current_timestamp)");
            statement.execute(
                    "insert into webhook.delivery (id, endpoint_id, number, kind, state, position, created_at) values ("
                            + DELIVERY + ", " + ENDPOINT + ", 1, 'CHANGE', 'PENDING', 8, current_timestamp)");
            migrateTo("19");

            assertThat(row(statement, "select scanned, looked_ahead, replaying, head, failures from webhook.endpoint"))
                    .containsExactly("7", "0", "FALSE", DELIVERY.replace("'", ""), "2");
            assertThat(row(
                            statement,
                            "select state, position, ahead, failures, refusals, due_at from webhook.delivery"))
                    .containsExactly("PENDING", "8", "FALSE", "0", "0", null);
        }
    }
}
