package org.putokaz.live.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.TestDatabase;
import org.putokaz.fixture.Ties;
import org.putokaz.fixture.Watched;
import org.putokaz.fixture.WatchedDriver;
import org.putokaz.fixture.WatchedDriver.ExecutedStatement;
import org.putokaz.live.WithdrawalReason;

/**
 * Number of rows that the database reads for a page, by its own count ({@code explain analyze}), among ten thousand entries
 * with the same day, rank and name.
 */
@DatabaseTest
@TestProfile(Watched.class)
class KeysetPaginationTest {

    /** A page and one row more, from each of up to three tables; H2 counts all but the first twice. */
    private static final long MAX_ROWS = 6 * 21;

    /** Rows read of each table in a plan of H2. */
    private static final Pattern H2_ROWS = Pattern.compile("scanCount: (\\d+)");

    /** Rows returned by each step in a plan of PostgreSQL, and how often it ran. */
    private static final Pattern POSTGRESQL_ROWS = Pattern.compile("actual .*?rows=([0-9.]+) loops=(\\d+)");

    private static final Pattern POSTGRESQL_REMOVED_ROWS = Pattern.compile("Rows Removed by [A-Za-z ]*: (\\d+)");

    @Inject
    DataSource database;

    @Inject
    Ties ties;

    @Inject
    Publishing publishing;

    @BeforeEach
    void publishManyEntries() {
        ties.fill();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organisational-units?sort=sortOrder",
                "organisational-units?sort=-sortOrder",
                "organisational-units?sort=name",
                "organisational-units?sort=-name",
                "organisational-units?sort=publishedAt",
                "organisational-units?sort=-publishedAt",
                "organisational-units?parent=00000000-0000-7000-8000-000000000001",
                "organisational-units?kind=office&sort=-sortOrder",
                "organisational-units?kind=office&sort=name",
                "organisational-units?status=active",
                "history-events?sort=date",
                "history-events?sort=-date",
                "history-events?sort=title",
                "history-events?sort=-title",
                "history-events?sort=publishedAt",
                "history-events?sort=-publishedAt",
                "history-events?category=milestone",
                "history-events?category=milestone&sort=-date",
                "history-events?category=milestone&sort=title",
                "history-events?from=2001-01-01&to=2030-01-01",
                "contact-channels?sort=rank",
                "contact-channels?sort=-rank",
                "contact-channels?sort=label",
                "contact-channels?sort=-label",
                "contact-channels?sort=publishedAt",
                "contact-channels?sort=-publishedAt",
                "contact-channels?status=all",
                "contact-channels?unit=00000000-0000-7000-8000-000000000001",
                "contact-channels?kind=web",
                "contact-channels?kind=web&unit=00000000-0000-7000-8000-000000000001&sort=-rank",
                "contact-channels?purpose=general",
                "contact-channels?audience=victim",
                "help-guides?sort=sortOrder",
                "help-guides?sort=-sortOrder",
                "help-guides?sort=title",
                "help-guides?sort=-title",
                "help-guides?sort=publishedAt",
                "help-guides?sort=-publishedAt",
                "help-guides?audience=victim"
            })
    void theLastPageReadsNoMoreRowsThanTheFirst(String list) throws SQLException {
        ExecutedStatement first = pageOf(list);
        List<Object> values = WatchedDriver.inOrder(first);
        List<Object> last = new ArrayList<>(values);
        last.set(last.size() - 1, sortValueNearTheEnd(first.sql(), values));

        if (!TestDatabase.isPostgresql()) {
            // H2 counts rows that it reads, but not those that it sorts.
            assertThat(plan(first.sql(), values)).contains("index sorted");
        }
        assertThat(rowsRead(first.sql(), values)).as("the first").isLessThan(MAX_ROWS);
        assertThat(rowsRead(first.sql(), last)).as("the last").isLessThan(MAX_ROWS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organisational-units?sort=-sortOrder",
                "organisational-units?include=successors",
                "history-events?include=units&sort=-date"
            })
    void referencesToThePageAreFoundByAnIndex(String list) throws SQLException {
        List<ExecutedStatement> references =
                WatchedDriver.during(() -> given().get("/api/v1/" + list).then().statusCode(200)).stream()
                        .filter(statement -> statement.sql().contains("live.reference"))
                        .toList();
        assertThat(references).isNotEmpty();
        for (ExecutedStatement statement : references) {
            assertThat(rowsRead(statement.sql(), WatchedDriver.inOrder(statement)))
                    .as(statement.sql())
                    .isPositive()
                    .isLessThan(MAX_ROWS);
        }
    }

    @Test
    void theQueriesOfAPublicationAreAnsweredByIndexes() throws SQLException {
        UUID shelter = Publishing.newId();
        UUID event = Publishing.newId();
        List<ExecutedStatement> statements = WatchedDriver.during(() -> {
            publishing.publish(
                    "organisational-units",
                    shelter,
                    "skloniste-medju-mnogima",
                    "{'name':{'sr-Cyrl':'Склониште'},'kind':'shelter','confidentialLocation':true}");
            publishing.publish(
                    "history-events",
                    event,
                    "jedan-od-mnogih",
                    "{'date':'2020','title':{'sr-Cyrl':'Догађај'},'category':'milestone','units':['" + shelter + "']}");
            publishing.withdraw(event, WithdrawalReason.WITHDRAWN, null);
            publishing.withdraw(shelter, WithdrawalReason.WITHDRAWN, null);
        });

        List<ExecutedStatement> queries = statements.stream()
                .filter(one -> one.sql().startsWith("select") && !one.sql().contains("pg_notify"))
                .toList();
        assertThat(queries).hasSizeGreaterThan(10);
        for (ExecutedStatement query : queries) {
            assertThat(rowsRead(query.sql(), WatchedDriver.inOrder(query)))
                    .as(query.sql())
                    .isLessThan(MAX_ROWS);
        }
    }

    private static ExecutedStatement pageOf(String list) {
        return WatchedDriver.during(() -> given().urlEncodingEnabled(false)
                        .get("/api/v1/" + list)
                        .then()
                        .statusCode(200))
                .stream()
                .filter(statement -> statement.sql().contains("fetch first 21 rows only"))
                .findFirst()
                .orElseThrow();
    }

    private Object sortValueNearTheEnd(String sql, List<Object> values) throws SQLException {
        String far = sql.replace("fetch first 21", "offset " + (Ties.MANY - 1000) + " rows fetch first 1");
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(far)) {
            bind(statement, values);
            ResultSet rows = statement.executeQuery();
            assertThat(rows.next()).isTrue();
            return rows.getObject(3);
        }
    }

    private long rowsRead(String sql, List<Object> values) throws SQLException {
        String plan = plan(sql, values);
        return TestDatabase.isPostgresql() ? onPostgresql(plan) : onH2(plan);
    }

    private String plan(String sql, List<Object> values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("explain analyze " + sql)) {
            bind(statement, values);
            ResultSet rows = statement.executeQuery();
            StringBuilder plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }

    private static long onH2(String plan) {
        return H2_ROWS.matcher(plan)
                .results()
                .mapToLong(count -> Long.parseLong(count.group(1)))
                .sum();
    }

    /** A step's figures are those of one loop; the rows it has removed are on a later line. */
    private static long onPostgresql(String plan) {
        long rows = 0;
        double loops = 1;
        for (String line : plan.lines().toList()) {
            for (MatchResult step : POSTGRESQL_ROWS.matcher(line).results().toList()) {
                loops = Double.parseDouble(step.group(2));
                rows += line.contains("Scan") ? Math.round(Double.parseDouble(step.group(1)) * loops) : 0;
            }
            for (MatchResult removed :
                    POSTGRESQL_REMOVED_ROWS.matcher(line).results().toList()) {
                rows += Math.round(Double.parseDouble(removed.group(1)) * loops);
            }
        }
        return rows;
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
