package org.putokaz.live;

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
import org.putokaz.fixture.HttpTest;

/** What was published before V15 got its order key in SQL, what is published since gets it in Java: it must be the same. */
@HttpTest
class OrderKeyUpgradeTest {

    private static final Pattern UPDATE =
            Pattern.compile("update (live\\.\\w+) set order_key =\\s+(.*?);\\n", Pattern.DOTALL);

    @Inject
    Session session;

    @Inject
    Scratch scratch;

    @AfterEach
    void clear() {
        scratch.clear();
    }

    private static Map<String, String> expressions() throws IOException {
        try (InputStream script = OrderKeyUpgradeTest.class.getResourceAsStream("/db/migration/V15__order_keys.sql")) {
            Map<String, String> found = new TreeMap<>();
            Matcher update = UPDATE.matcher(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            while (update.find()) {
                found.put(update.group(1), update.group(2));
            }
            return found;
        }
    }

    @Test
    void theUpgradeWritesTheKeysThatPublishingWrites() throws Exception {
        scratch.publish(Scratch.UNITS, Scratch.slug("kljuc"), Scratch.unit("'sortOrder': -7"));
        scratch.publish(Scratch.EVENTS, Scratch.slug("kljuc"), Scratch.event("'date': '1699-12'", "'sortOrder': -1"));
        scratch.publish(Scratch.EVENTS, Scratch.slug("kljuc"), Scratch.event("'date': '[..1912-04-12]'"));
        scratch.publish(Scratch.EVENTS, Scratch.slug("kljuc"), Scratch.event("'date': '2012-07-02/..'"));
        Map<String, String> expressions = expressions();
        assertThat(expressions)
                .containsOnlyKeys(
                        "live.contact_channel", "live.help_guide", "live.history_event", "live.organisational_unit");
        expressions.forEach((table, expression) -> {
            List<String[]> keys = keys(table, expression);
            assertThat(keys).as(table).isNotEmpty();
            assertThat(keys).as(table).allSatisfy(pair -> assertThat(pair[0]).isEqualTo(pair[1]));
        });
    }

    /** What publishing wrote, and what the upgrade would have written. */
    private List<String[]> keys(String table, String expression) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session
                        .createNativeQuery("select order_key, " + expression + " from " + table, Object[].class)
                        .getResultList()
                        .stream()
                        .map(row -> new String[] {text(row[0]), text(row[1])})
                        .toList());
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.US_ASCII);
    }
}
