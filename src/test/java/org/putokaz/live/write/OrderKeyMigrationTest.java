package org.putokaz.live.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;

/** The migrations write the same order keys and positions in SQL as publishing does in Java. */
@DatabaseTest
class OrderKeyMigrationTest {

    private static final Pattern KEYS =
            Pattern.compile("update (live\\.\\w+) set order_key =\\s+(.*?);\\n", Pattern.DOTALL);

    private static final Pattern POSITIONS =
            Pattern.compile("update (live\\.\\w+ \\w) set position = (\\(.*?\\));\\n", Pattern.DOTALL);

    @Inject
    Session session;

    @Inject
    ScratchEntries scratch;

    @AfterEach
    void clear() {
        scratch.withdrawAll();
    }

    private static Map<String, String> expressions(String name, Pattern pattern) throws IOException {
        try (InputStream script = OrderKeyMigrationTest.class.getResourceAsStream("/db/migration/" + name)) {
            Map<String, String> found = new TreeMap<>();
            Matcher update = pattern.matcher(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            while (update.find()) {
                found.put(update.group(1), update.group(2));
            }
            return found;
        }
    }

    @Test
    void theMigrationWritesTheKeysThatPublishingWrites() throws Exception {
        scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("kljuc"), ScratchEntries.unit("'sortOrder': -7"));
        scratch.publish(
                ScratchEntries.EVENTS,
                ScratchEntries.slug("kljuc"),
                ScratchEntries.event("'date': '1699-12'", "'sortOrder': -1"));
        scratch.publish(
                ScratchEntries.EVENTS, ScratchEntries.slug("kljuc"), ScratchEntries.event("'date': '[..1912-04-12]'"));
        scratch.publish(
                ScratchEntries.EVENTS, ScratchEntries.slug("kljuc"), ScratchEntries.event("'date': '2012-07-02/..'"));
        Map<String, String> expressions = expressions("V15__order_keys.sql", KEYS);
        assertThat(expressions)
                .containsOnlyKeys(
                        "live.contact_channel", "live.help_guide", "live.history_event", "live.organisational_unit");
        expressions.forEach((table, expression) -> {
            List<String[]> keys = valuePairs(table, "order_key", expression);
            assertThat(keys).as(table).isNotEmpty();
            assertThat(keys).as(table).allSatisfy(pair -> assertThat(pair[0]).isEqualTo(pair[1]));
        });
    }

    /** V17 copies each entry's position to the rows that lists read. */
    @Test
    void theMigrationWritesThePositionsThatPublishingWrites() throws Exception {
        Map<String, String> expressions = expressions("V17__where_entries_are.sql", POSITIONS);
        assertThat(expressions)
                .containsOnlyKeys(
                        "live.contact_channel f",
                        "live.help_guide f",
                        "live.history_event f",
                        "live.organisational_unit f",
                        "live.sort_key k");
        expressions.forEach((table, expression) -> {
            List<String[]> positions = valuePairs(table, "position", expression);
            assertThat(positions).as(table).isNotEmpty();
            assertThat(positions)
                    .as(table)
                    .allSatisfy(pair -> assertThat(pair[0]).isEqualTo(pair[1]));
        });
    }

    /** Pairs of the value that publishing wrote and the one that the migration would have written. */
    private List<String[]> valuePairs(String table, String column, String expression) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session
                        .createNativeQuery("select " + column + ", " + expression + " from " + table, Object[].class)
                        .getResultList()
                        .stream()
                        .map(row -> new String[] {text(row[0]), text(row[1])})
                        .toList());
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.US_ASCII) : value.toString();
    }
}
