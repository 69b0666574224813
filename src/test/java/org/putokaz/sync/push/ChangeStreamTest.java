package org.putokaz.sync.push;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.sync.EventStreamClient;
import org.putokaz.sync.FeedReader;

/** Changes as they happen: each once, in order, resumable, and never more memory for a slow reader than for a quick one. */
@DatabaseTest
@TestProfile(Apart.class)
class ChangeStreamTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    ScratchEntries scratch;

    @Inject
    SseBroadcaster streams;

    @TestHTTPResource("/")
    URL server;

    @AfterEach
    void clear() {
        scratch.withdrawAll();
        // The server may learn a moment later that a reader has left.
        until(() -> streams.connectionCount() == 0);
    }

    private static void until(BooleanSupplier holds) {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(patience);
            Thread.onSpinWait();
        }
    }

    private EventStreamClient read(String query, String... headers) throws IOException {
        return EventStreamClient.open(server, "/api/v1/changes/stream" + query, headers);
    }

    @Test
    void fromTheBeginningItTellsWhatTheFeedTells() throws IOException {
        List<Long> feed = FeedReader.readToEnd("").positions();
        try (EventStreamClient events = read("")) {
            assertThat(events.header("content-type")).isEqualTo("text/event-stream");
            assertThat(events.header("cache-control")).isEqualTo("no-store");
            List<Long> told = new ArrayList<>();
            for (int i = 0; i < feed.size(); i++) {
                told.add(JSON.readTree(events.next().data()).get("position").asLong());
            }
            assertThat(told).isEqualTo(feed);
        }
    }

    @Test
    void aChangeIsToldAsItHappens() throws IOException {
        try (EventStreamClient events = read("?since=" + FeedReader.endToken(""))) {
            UUID id = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());
            EventStreamClient.Event event = events.next();

            assertThat(event.name()).isEqualTo("change");
            assertThat(JSON.readTree(event.data()).get("id").asText()).isEqualTo(id.toString());
            assertThat(JSON.readTree(event.data()))
                    .isEqualTo(FeedReader.readToEnd("").changeOf(id.toString()));
            assertThat(event.id()).isEqualTo(FeedReader.endToken(""));
        }
    }

    @Test
    void whoLostTheLineGoesOnWhereHeWas() throws IOException {
        List<String> told = new ArrayList<>();
        List<String> published = new ArrayList<>();
        String last = FeedReader.endToken("");
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 3; i++) {
                published.add(
                        scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit())
                                .toString());
            }
            try (EventStreamClient events = read("?since=" + last, "Last-Event-ID: " + last)) {
                // One of three, so that the line is lost with more on its way.
                int wanted = round < 4 ? 1 : published.size() - told.size();
                for (int i = 0; i < wanted; i++) {
                    EventStreamClient.Event event = events.next();
                    told.add(JSON.readTree(event.data()).get("id").asText());
                    last = event.id();
                }
            }
        }
        assertThat(told).isEqualTo(published);
    }

    @Test
    void theLastEventIdCountsMoreThanSince() throws IOException {
        String before = FeedReader.endToken("");
        scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());
        String after = FeedReader.endToken("");
        try (EventStreamClient events = read("?since=" + before, "Last-Event-ID: " + after)) {
            UUID id = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());

            assertThat(events.next().data()).contains(id.toString());
        }
    }

    @Test
    void onlyTheFamiliesAskedForAreTold() throws IOException {
        String token = FeedReader.endToken("&family=history-events");
        try (EventStreamClient events = read("?family=history-events&since=" + token)) {
            scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());
            UUID id =
                    scratch.publish(ScratchEntries.EVENTS, ScratchEntries.slug("dogadjaj"), ScratchEntries.event());
            scratch.withdraw(id, WithdrawalReason.ERROR);

            String said = events.next().data();
            said = said.contains("upsert") ? events.next().data() : said;
            assertThat(said).contains(id.toString()).contains("\"op\":\"remove\"");
        }
    }

    @Test
    void aStreamWithNothingToSayShowsThatItIsAlive() throws IOException {
        try (EventStreamClient events = read("?since=" + FeedReader.endToken(""))) {
            assertThat(events.nextComment()).isEqualTo(":");
        }
    }

    @Test
    void streamsThatWereLeftAreForgotten() throws IOException {
        int before = streams.connectionCount();
        try (EventStreamClient events = read("?since=" + FeedReader.endToken(""))) {
            until(() -> streams.connectionCount() == before + 1);
            assertThat(events.header("content-type")).isNotNull();
        }
        until(() -> streams.connectionCount() == before);
    }

    @Test
    void thereIsAnEndToHowManyMayBeOpen() throws IOException {
        List<EventStreamClient> open = new ArrayList<>();
        String token = FeedReader.endToken("");
        try {
            until(() -> streams.connectionCount() == 0);
            for (int i = 0; i < 40; i++) {
                open.add(read("?since=" + token));
            }
            given().get("/api/v1/changes/stream?since=" + token)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5");
        } finally {
            for (EventStreamClient reader : open) {
                reader.close();
            }
        }
    }

    @Test
    void whoReadsTooSlowlyIsCutOff() throws IOException {
        int before = streams.connectionCount();
        String text = "Реч по реч. ".repeat(1500);
        try (EventStreamClient events = read("?since=" + FeedReader.endToken(""))) {
            assertThat(streams.connectionCount()).isEqualTo(before + 1);
            int published = 0;
            // More than the buffers of two sockets hold.
            while (streams.connectionCount() > before && published < 400) {
                scratch.publish(
                        ScratchEntries.UNITS,
                        ScratchEntries.slug("mesto"),
                        ScratchEntries.unit("'description': {'sr-Cyrl': '" + text + "'}"));
                published++;
            }
            until(() -> streams.connectionCount() == before);
            assertThat(events.header("content-type")).isNotNull();
        }
    }

    @Test
    void headHasNoBodyAndEnds() {
        given().head("/api/v1/changes/stream").then().statusCode(200).header("content-type", "text/event-stream");
    }
}
