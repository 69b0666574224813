package org.putokaz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValidatingScriptTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nETag: \"%s\"\r\n\r\n";

    private final List<Event> events = SampleEvents.of(7);
    private final List<Event> edited = events.subList(0, 2);
    private final PublishedEditions editions = new PublishedEditions(edited);
    private final MixedRequests requests = new MixedRequests(events, edited, 7);
    private final ValidatingScript script = new ValidatingScript(requests, requests.requests(), editions);

    private @Nullable String check(ClientScript.PlannedRequest request, String tag, String body) {
        ByteBuffer bytes = ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8));
        String error = script.error(request, new ReceivedResponse(OK.formatted(tag), bytes));
        return error == null ? script.deferredError() : error;
    }

    private String entry(long edition) {
        return "{\"slug\":\"" + edited.get(1).slug() + "\",\"title\":\"Event: something, edition " + edition + "\"}";
    }

    @Test
    void anEntryIsStaleOnceALaterEditionIsAcknowledged() {
        ClientScript.PlannedRequest before = script.next();
        assertThat(check(before, "a", entry(0))).isNull();

        editions.acknowledge(editions.begin(), 20);
        ClientScript.PlannedRequest after =
                new ClientScript.PlannedRequest(before.request(), before.subject(), editions.lastAcknowledged());

        assertThat(check(before, "a", entry(0))).isNull();
        assertThat(check(after, "a", entry(0))).contains("stale");
        assertThat(check(after, "b", entry(1))).isNull();
    }

    @Test
    void aStaleEntryInAListIsFoundToo() {
        editions.acknowledge(editions.begin(), 20);

        assertThat(check(script.next(), "a", "{\"data\":[{\"slug\":\"x\"}," + entry(0) + "]}"))
                .contains("stale");
    }

    @Test
    void oneTagMeansTheSameBytes() {
        ClientScript.PlannedRequest request = script.next();
        assertThat(check(request, "a", "{\"slug\":\"x\"}")).isNull();

        assertThat(check(request, "a", "{\"slug\":\"y\"}")).contains("one tag for different bytes");
    }

    @Test
    void anErrorResponseIsWrong() {
        ClientScript.PlannedRequest request = script.next();
        ReceivedResponse busy = new ReceivedResponse("HTTP/1.1 503 Busy\r\n\r\n", ByteBuffer.allocate(0));

        assertThat(script.error(request, busy)).contains("503");
        assertThat(check(request, "b", "{\"cut off")).contains("cannot be read");
    }

    @Test
    void theSameSeedGivesTheSameSequenceAndPopularPagesComeFarMoreOften() {
        MixedRequests again = new MixedRequests(SampleEvents.of(7), edited, 7);
        long first = 0;
        for (int i = 0; i < 10_000; i++) {
            assertThat(again.indexOf(i)).isEqualTo(requests.indexOf(i));
            first += requests.indexOf(i) < 2 ? 1 : 0;
        }

        assertThat(again.requests()).isEqualTo(requests.requests()).hasSize(2 * MixedRequests.URLS);
        // 1 of the 5.9 that the first two hundred parts of the harmonic series come to.
        assertThat(first).isBetween(1500L, 1900L);
    }
}
