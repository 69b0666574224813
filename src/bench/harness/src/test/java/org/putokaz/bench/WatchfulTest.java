package org.putokaz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchfulTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nETag: \"%s\"\r\n\r\n";

    private final List<Event> events = Events.of(7);
    private final List<Event> hot = events.subList(0, 2);
    private final Editions editions = new Editions(hot);
    private final Reading reading = new Reading(events, hot, 7);
    private final Watchful watchful = new Watchful(reading, reading.requests(), editions);

    private @Nullable String hear(Script.Asked asked, String tag, String body) {
        ByteBuffer bytes = ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8));
        String complaint = watchful.complaint(asked, new Heard(OK.formatted(tag), bytes));
        return complaint == null ? watchful.late() : complaint;
    }

    private String entry(long edition) {
        return "{\"slug\":\"" + hot.get(1).slug() + "\",\"title\":\"Event: something, edition " + edition + "\"}";
    }

    @Test
    void anEntryThatWasTrueBecomesStaleWhenSomethingElseIsAcknowledged() {
        Script.Asked before = watchful.next();
        assertThat(hear(before, "a", entry(0))).isNull();

        editions.acknowledge(editions.begin(), 20);
        Script.Asked after = new Script.Asked(before.request(), before.subject(), editions.acknowledged());

        assertThat(hear(before, "a", entry(0))).isNull();
        assertThat(hear(after, "a", entry(0))).contains("stale");
        assertThat(hear(after, "b", entry(1))).isNull();
    }

    @Test
    void inAListItIsSeenToo() {
        editions.acknowledge(editions.begin(), 20);

        assertThat(hear(watchful.next(), "a", "{\"data\":[{\"slug\":\"x\"}," + entry(0) + "]}"))
                .contains("stale");
    }

    @Test
    void oneTagMeansTheSameBytes() {
        Script.Asked asked = watchful.next();
        assertThat(hear(asked, "a", "{\"slug\":\"x\"}")).isNull();

        assertThat(hear(asked, "a", "{\"slug\":\"y\"}")).contains("one tag for different bytes");
    }

    @Test
    void whatIsNoAnswerIsWrong() {
        Script.Asked asked = watchful.next();
        Heard busy = new Heard("HTTP/1.1 503 Busy\r\n\r\n", ByteBuffer.allocate(0));

        assertThat(watchful.complaint(asked, busy)).contains("503");
        assertThat(hear(asked, "b", "{\"cut off")).contains("cannot be read");
    }

    @Test
    void theSameSeedAsksTheSameAndPopularPagesFarMoreOften() {
        Reading again = new Reading(Events.of(7), hot, 7);
        long first = 0;
        for (int i = 0; i < 10_000; i++) {
            assertThat(again.question(i)).isEqualTo(reading.question(i));
            first += reading.question(i) < 2 ? 1 : 0;
        }

        assertThat(again.requests()).isEqualTo(reading.requests()).hasSize(2 * Reading.URLS);
        // 1 of the 5.9 that the first two hundred parts of the harmonic series come to.
        assertThat(first).isBetween(1500L, 1900L);
    }
}
