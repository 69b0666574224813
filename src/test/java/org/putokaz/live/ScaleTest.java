package org.putokaz.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Plenty;
import org.putokaz.fixture.Plenty.Size;

/**
 * What an answer costs among a thousand entries and among many. Slow, so it is asked for by name: {@code mvn test
 * -Dtest=ScaleTest -Dputokaz.test.leave-out=none -DargLine="-Dputokaz.scale=100000 -Xmx3g"
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@HttpTest
@TestProfile(ScaleTest.Alone.class)
@Tag("slow")
class ScaleTest {

    /** A service of its own, for nobody else wants that store; it makes each answer anew. */
    public static class Alone implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("putokaz.cache.enabled", "false");
        }
    }

    private static final int FEW = 1_000;
    private static final int MANY = Integer.getInteger("putokaz.scale", 100_000);
    private static final int ROUNDS = Integer.getInteger("putokaz.scale.rounds", 400);
    /** Medians on a machine that does other things too; the goal is 1.5. */
    private static final double MOST = 2.0;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Plenty plenty;

    @Inject
    Session session;

    @Test
    void anAnswerCostsAmongManyWhatItCostsAmongAThousand() throws Exception {
        Size few = Size.of(FEW);
        Size many = Size.of(MANY);
        plenty.publish(new Size(0, 0, 0, 0), few);
        Map<String, Double> before = measured(few);
        plenty.publish(few, many);
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery("analyze").executeUpdate());
        Map<String, Double> after = measured(many);

        System.err.printf("%-28s %10s %10s %6s%n", "microseconds, median", FEW, MANY, "ratio");
        before.forEach((name, was) ->
                System.err.printf("%-28s %10.0f %10.0f %6.2f%n", name, was, after.get(name), after.get(name) / was));
        before.forEach((name, was) -> assertThat(after.get(name) / was).as(name).isLessThan(MOST));
    }

    private static Map<String, Double> measured(Size size) throws Exception {
        Map<String, String> urls = new LinkedHashMap<>();
        urls.put("first page", "history-events");
        urls.put("last page", "history-events?cursor=" + lastCursor(size.events()));
        urls.put("filtered", "history-events?category=milestone");
        urls.put("channels", "contact-channels");
        urls.put("channels, filtered", "contact-channels?purpose=report");
        urls.put("by name", "history-events?sort=title");
        urls.put("by name, filtered", "history-events?sort=title&category=founding");
        urls.put("by time, backwards", "history-events?sort=-publishedAt");
        urls.put("guides", "help-guides?audience=victim");
        urls.put("entry", "history-events/dogadjaj-" + size.events() / 2);
        urls.put("entry by id, included", "history-events/" + Plenty.id('e', 7) + "?include=units");
        urls.put("count", "history-events?count=true");
        urls.put("changes from the start", "changes?limit=20");
        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS * 2; round++) {
            for (Map.Entry<String, String> url : urls.entrySet()) {
                long begin = System.nanoTime();
                get(url.getValue());
                if (round >= ROUNDS) {
                    times.computeIfAbsent(url.getKey(), none -> new ArrayList<>())
                            .add(System.nanoTime() - begin);
                }
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        times.forEach(
                (name, all) -> medians.put(name, all.stream().sorted().toList().get(ROUNDS / 2) / 1000.0));
        return medians;
    }

    /** Walks the whole list, which also shows that nothing is missed. */
    private static String lastCursor(int events) throws Exception {
        String last = "";
        String next = null;
        int seen = 0;
        do {
            JsonNode page = JSON.readTree(
                    get("history-events?limit=100&fields=slug" + (next == null ? "" : "&cursor=" + next)));
            seen += page.get("data").size();
            last = next == null ? last : next;
            next = page.get("page").get("next").textValue();
        } while (next != null);
        assertThat(seen).isGreaterThanOrEqualTo(events);
        return last;
    }

    private static String get(String path) throws Exception {
        URI address = URI.create("http://localhost:" + RestAssured.port + "/api/v1/" + path);
        HttpResponse<String> answer =
                CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
