package org.putokaz.sync.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Await;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.sync.EventStreamClient;
import org.putokaz.sync.FeedReader;

/** The event stream: each change once and in order, resumption, heartbeats, and limits for slow clients. */
@DatabaseTest
@TestProfile(Apart.class)
class ChangeStreamTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    ScratchEntries scratch;

    @Inject
    SseBroadcaster broadcaster;

    @TestHTTPResource("/")
    URL server;

    @AfterEach
    void clear() {
        scratch.withdrawAll();
        // The server may detect a closed connection with a delay.
        Await.until("the number of connections", () -> broadcaster.connectionCount() == 0);
    }

    private EventStreamClient read(String query, String... headers) throws IOException {
        return EventStreamClient.open(server, "/api/v1/changes/stream" + query, headers);
    }

    @Test
    void fromTheStartItSendsTheWholeFeed() throws IOException {
        List<Long> feed = FeedReader.readToEnd("").positions();
        try (EventStreamClient events = read("")) {
            assertThat(events.header("content-type")).isEqualTo("text/event-stream");
            assertThat(events.header("cache-control")).isEqualTo("no-store");
            List<Long> received = new ArrayList<>();
            for (int i = 0; i < feed.size(); i++) {
                received.add(JSON.readTree(events.next().data()).get("position").asLong());
            }
            assertThat(received).isEqualTo(feed);
        }
    }

    @Test
    void aChangeIsSentAsItHappens() throws IOException {
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
    void aLostConnectionIsResumed() throws IOException {
        List<String> received = new ArrayList<>();
        List<String> published = new ArrayList<>();
        String last = FeedReader.endToken("");
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 3; i++) {
                published.add(scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit())
                        .toString());
            }
            try (EventStreamClient events = read("?since=" + last, "Last-Event-ID: " + last)) {
                // One of three, so that the connection is lost while more events are on their way.
                int wanted = round < 4 ? 1 : published.size() - received.size();
                for (int i = 0; i < wanted; i++) {
                    EventStreamClient.Event event = events.next();
                    received.add(JSON.readTree(event.data()).get("id").asText());
                    last = event.id();
                }
            }
        }
        assertThat(received).isEqualTo(published);
    }

    @Test
    void lastEventIdOverridesSince() throws IOException {
        String before = FeedReader.endToken("");
        scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());
        String after = FeedReader.endToken("");
        try (EventStreamClient events = read("?since=" + before, "Last-Event-ID: " + after)) {
            UUID id = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());

            assertThat(events.next().data()).contains(id.toString());
        }
    }

    @Test
    void onlyTheSelectedFamiliesAreSent() throws IOException {
        String token = FeedReader.endToken("&family=history-events");
        try (EventStreamClient events = read("?family=history-events&since=" + token)) {
            scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());
            UUID id = scratch.publish(ScratchEntries.EVENTS, ScratchEntries.slug("dogadjaj"), ScratchEntries.event());
            scratch.withdraw(id, WithdrawalReason.ERROR);

            String data = events.next().data();
            data = data.contains("upsert") ? events.next().data() : data;
            assertThat(data).contains(id.toString()).contains("\"op\":\"remove\"");
        }
    }

    @Test
    void anIdleStreamSendsHeartbeats() throws IOException {
        try (EventStreamClient events = read("?since=" + FeedReader.endToken(""))) {
            assertThat(events.nextComment()).isEqualTo(":");
        }
    }

    @Test
    void closedConnectionsAreRemoved() throws IOException {
        int before = broadcaster.connectionCount();
        try (EventStreamClient events = read("?since=" + FeedReader.endToken(""))) {
            Await.until("the number of connections", () -> broadcaster.connectionCount() == before + 1);
            assertThat(events.header("content-type")).isNotNull();
        }
        Await.until("the number of connections", () -> broadcaster.connectionCount() == before);
    }

    @Test
    void theNumberOfStreamsIsBounded() throws IOException {
        List<EventStreamClient> open = new ArrayList<>();
        String token = FeedReader.endToken("");
        try {
            Await.until("the number of connections", () -> broadcaster.connectionCount() == 0);
            for (int i = 0; i < 40; i++) {
                open.add(read("?since=" + token));
            }
            given().get("/api/v1/changes/stream?since=" + token)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5");
        } finally {
            for (EventStreamClient client : open) {
                client.close();
            }
        }
    }

    @Test
    void aClientThatDoesNotReadIsDisconnected() throws IOException {
        int before = broadcaster.connectionCount();
        String text = "Реч по реч. ".repeat(1500);
        try (EventStreamClient events = read("?since=" + FeedReader.endToken(""))) {
            assertThat(broadcaster.connectionCount()).isEqualTo(before + 1);
            int published = 0;
            // More than the buffers of both sockets hold.
            while (broadcaster.connectionCount() > before && published < 400) {
                scratch.publish(
                        ScratchEntries.UNITS,
                        ScratchEntries.slug("mesto"),
                        ScratchEntries.unit("'description': {'sr-Cyrl': '" + text + "'}"));
                published++;
            }
            Await.until("the number of connections", () -> broadcaster.connectionCount() == before);
            assertThat(events.header("content-type")).isNotNull();
        }
    }

    @Test
    void headHasNoBodyAndEnds() {
        given().head("/api/v1/changes/stream").then().statusCode(200).header("content-type", "text/event-stream");
    }
}
