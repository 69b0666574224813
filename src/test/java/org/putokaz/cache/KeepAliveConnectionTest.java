package org.putokaz.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.SettableClock;
import org.putokaz.http.RawConnection;
import org.putokaz.http.RawHttp;
import org.putokaz.live.WithdrawalReason;

/** Kept-alive HTTP/1.1 connections, on which cached responses are sent before Vert.x sees the request. */
@DatabaseTest
@TestProfile(Apart.class)
class KeepAliveConnectionTest {

    private static final String LIST = "/api/v1/history-events?lang=en";
    private static final String REFUSED = "/api/v1/history-events?nonsense=1";
    private static final String UNCACHEABLE = "/api/v1/contact-channels/open-now?lang=en";

    @Inject
    ScratchEntries scratch;

    @Inject
    RequestCountFilter requestCount;

    private RawConnection connection;

    @BeforeEach
    void connect() throws IOException {
        connection = RawConnection.open();
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
        SettableClock.run();
        scratch.withdrawAll();
    }

    /** Has the list cached and the connection past its first request. */
    private void warmUp() throws IOException {
        for (int i = 0; i < 2; i++) {
            assertThat(connection.exchange("GET", LIST).status()).isEqualTo(200);
        }
    }

    @Test
    void theServerDoesNotSeeRequestsServedFromTheCache() throws IOException {
        warmUp();
        long before = requestCount.requests();
        for (int i = 0; i < 100; i++) {
            assertThat(connection.exchange("GET", LIST).status()).isEqualTo(200);
        }
        assertThat(requestCount.requests() - before).isZero();
        connection.exchange("GET", UNCACHEABLE);
        assertThat(requestCount.requests() - before).isEqualTo(1);
    }

    /** Responses from memory, from a file, in chunks, from the REST layer and from filters before it. */
    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/snapshot, 200",
        "HEAD, /api/v1/snapshot, 200",
        "GET, /api/v1/bundle?lang=en, 200",
        "GET, /api/v1/snapshot.jws, 200",
        "GET, /api/v1/changes, 200",
        "GET, /openapi.json, 200",
        "GET, /docs/, 200",
        "GET, /.well-known/jwks.json, 200",
        "GET, /api/v1/help-guides/nema-toga, 404",
        "OPTIONS, /api/v1/help-guides, 204",
        "PUT, /api/v1/help-guides, 405",
        "GET, /api//v1, 404",
        "GET, /api/v1/%zz, 400"
    })
    void afterAnyResponseTheCacheAnswersBeforeTheServer(String method, String target, int status) throws IOException {
        warmUp();
        assertThat(connection.exchange(method, target).status()).isEqualTo(status);
        long seen = 1;
        // The client may have the end of a file before the server has noted that it is sent.
        for (int i = 0; i < 20 && seen > 0; i++) {
            long before = requestCount.requests();
            assertThat(connection.exchange("GET", LIST).status()).isEqualTo(200);
            seen = requestCount.requests() - before;
        }
        assertThat(seen).isZero();
    }

    /** The first response of a connection is sent by the server; later ones are sent by the channel handler. */
    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/history-events?lang=en&limit=2, identity, false",
        "GET, /api/v1/history-events?lang=en&limit=2, gzip, false",
        "HEAD, /api/v1/history-events?lang=en&limit=2, identity, false",
        "HEAD, /api/v1/history-events?lang=en&limit=2, gzip, false",
        "GET, /api/v1/history-events?lang=en&limit=2, identity, true",
        "GET, /api/v1/history-events?lang=en&limit=2, gzip, true",
        "HEAD, /api/v1/history-events?lang=en&limit=2, gzip, true",
        "GET, /api/v1, gzip, false",
        "GET, /api/v1/help-guides, identity, false"
    })
    void bothWaysSendTheSameBytes(String method, String target, String coding, boolean has) throws IOException {
        SettableClock.set(Instant.now());
        connection.exchange("GET", target, "Accept-Encoding: " + coding);
        String tag =
                connection.exchange("GET", target, "Accept-Encoding: " + coding).header("ETag");
        List<String> headers = new ArrayList<>(List.of("Accept-Encoding: " + coding));
        if (has) {
            headers.add("If-None-Match: " + tag);
        }
        long before = requestCount.requests();
        String byChannelHandler = bytes(connection, method, target, headers);
        assertThat(requestCount.requests()).as("seen by the server").isEqualTo(before + 1);
        try (RawConnection fresh = RawConnection.open()) {
            String byServer = bytes(fresh, method, target, headers);
            assertThat(requestCount.requests()).as("seen by the server").isEqualTo(before + 3);
            assertThat(byChannelHandler).isEqualTo(byServer).startsWith(has ? "HTTP/1.1 304" : "HTTP/1.1 200");
        }
    }

    /** All bytes of one response, delimited by the 405 response to a following request. */
    private static String bytes(RawConnection connection, String method, String target, List<String> headers)
            throws IOException {
        connection.send(RawConnection.requestText(method, target, headers.toArray(String[]::new))
                + RawConnection.requestText("DELETE", LIST, "Connection: close"));
        StringBuilder all = new StringBuilder();
        byte[] piece = new byte[10_000];
        for (int length = connection.read(piece); length >= 0; length = connection.read(piece)) {
            all.append(new String(piece, 0, length, StandardCharsets.ISO_8859_1));
        }
        return all.substring(0, all.indexOf("HTTP/1.1 405"));
    }

    /** Cached, computed and refused requests, with and without bodies, split at random positions. */
    @ParameterizedTest
    @ValueSource(longs = {20261127, 20261128, 20261129})
    void responsesComeInTheOrderOfTheRequests(long seed) throws IOException {
        Random random = new Random(seed);
        Map<String, Integer> statuses = new TreeMap<>();
        String tag = connection.exchange("GET", LIST).header("ETag");
        statuses.put(RawConnection.requestText("GET", LIST), 200);
        statuses.put(RawConnection.requestText("GET", LIST, "If-None-Match: " + tag), 304);
        statuses.put(RawConnection.requestText("HEAD", LIST), 200);
        statuses.put(RawConnection.requestText("GET", UNCACHEABLE), 200);
        statuses.put(RawConnection.requestText("GET", REFUSED), 400);
        statuses.put(RawConnection.requestText("GET", "/api/v1/no-such-thing"), 404);
        statuses.put(RawConnection.requestText("DELETE", LIST), 405);
        statuses.put(RawConnection.requestText("GET", LIST, "Content-Length: 5") + "hello", 200);
        statuses.put(
                RawConnection.requestText("POST", LIST, "Transfer-Encoding: chunked") + "5\r\nhello\r\n0\r\n\r\n", 405);
        statuses.put(RawConnection.requestText("GET", LIST, "Expect: nothing"), 200);
        List<String> all = new ArrayList<>(statuses.keySet());

        for (int round = 0; round < 30; round++) {
            List<String> requests = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                requests.add(all.get(random.nextInt(all.size())));
            }
            String text = String.join("", requests);
            int cut = random.nextInt(text.length());
            connection.send(text.substring(0, cut));
            connection.send(text.substring(cut));
            for (String request : requests) {
                RawHttp.Response response = connection.readResponse(!request.startsWith("HEAD"));
                assertThat(response.status()).as("%s in %s", request, requests).isEqualTo(statuses.get(request));
                boolean isTheList =
                        response.status() == 200 && !request.contains(UNCACHEABLE) && !request.startsWith("HEAD");
                assertThat(response.text().contains("history-events"))
                        .as("%s in %s", request, requests)
                        .isEqualTo(isTheList);
            }
        }
    }

    /** The client requests more than forty megabytes and does not read them at first. */
    @Test
    void aClientThatDoesNotReadFillsNoMemoryAndLosesNoResponse() throws Exception {
        warmUp();
        int requestCountSent = 4_000;
        // Sixty megabytes of requests, more than the buffers of the operating system hold.
        String request = RawConnection.requestText("GET", LIST + "&limit=100", "X-Long: " + "x".repeat(15_000));
        RawHttp.Response one = connection.exchange("GET", LIST + "&limit=100");
        Thread sender = new Thread(() -> {
            try {
                for (int i = 0; i < requestCountSent; i++) {
                    connection.send(request);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        sender.start();
        // If the server read them all, the sender would be done at once.
        sender.join(2_000);
        assertThat(sender.isAlive()).as("the server stopped listening").isTrue();
        for (int i = 0; i < requestCountSent; i++) {
            assertThat(connection.readResponse().body()).isEqualTo(one.body());
        }
        sender.join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection: close", "connection: Close"})
    void aClientThatClosesIsAnsweredAndTheConnectionClosed(String header) throws IOException {
        warmUp();
        assertThat(connection.exchange("GET", LIST, header).status()).isEqualTo(200);
        assertThat(connection.read(new byte[1])).as("the end").isNegative();
    }

    /** HTTP/1.0 with keep-alive: requests that arrive meanwhile are left to the server. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterHttp10TheOrderIsPreservedToo(long seed) throws IOException {
        Random random = new Random(seed);
        connection.send("GET " + UNCACHEABLE + " HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        List<String> requests = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            requests.add(List.of(LIST, UNCACHEABLE, REFUSED).get(random.nextInt(3)));
            connection.send(RawConnection.requestText("GET", requests.get(i)));
        }
        assertThat(connection.readResponse().text()).contains("openNow");
        for (String request : requests) {
            RawHttp.Response response = connection.readResponse();
            assertThat(response.status()).isEqualTo(request.equals(REFUSED) ? 400 : 200);
            assertThat(response.text().contains("history-events")).isEqualTo(request.equals(LIST));
        }
    }

    @Test
    void afterConnectionCloseASecondRequestIsNotAnswered() throws IOException {
        connection.send(
                RawConnection.requestText("GET", LIST, "Connection: close") + RawConnection.requestText("GET", LIST));
        assertThat(connection.readResponse().status()).isEqualTo(200);
        assertThat(connection.read(new byte[1])).as("the end").isNegative();
    }

    @Test
    void http10IsAnsweredAndTheConnectionClosed() throws IOException {
        warmUp();
        connection.send("GET " + LIST + " HTTP/1.0\r\n\r\n");
        assertThat(connection.readResponse().status()).isEqualTo(200);
        assertThat(connection.read(new byte[1])).as("the end").isNegative();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/history-events?lang=en HTTP/1.1\r\n\r\n",
                "GET /api/v1/history-events?lang=en HTTP/1.1\r\nHost:\r\n\r\n",
                "GET /api/v1/history-events?lang=en HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /api/v1/history-events?lang=en HTTP/1.1\r\nHost: x:y\r\n\r\n",
                "GET /api/v1/history-events?lang=en HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET /api/v1/history-events?lang=en HTTP/1.2\r\nHost: x\r\n\r\n",
                "GET http://localhost/api/v1/history-events?lang=en HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/history-events?lang=en HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\nConnection: close\r\n\r\n",
                "GET /api/v1/history-events?lang=en HTTP/1.1\r\nHost : x\r\n\r\n",
                "GET /api/v1/history-events?lang=en HTTP/1.1\r\nHost: x\r\nA\0B: 1\r\n\r\n",
                "GET /api/v1/history-events?lang=en  HTTP/1.1\r\nHost: x\r\nX: \u0001\r\n\r\n",
                "GET /api/v1/history-events?lang=en HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"
            })
    void anInvalidRequestAfterACachedResponseIsTreatedAsTheFirst(String nonsense) throws IOException {
        String first;
        try (RawConnection fresh = RawConnection.open()) {
            first = statusesUntilClose(fresh, nonsense);
        }
        warmUp();
        assertThat(statusesUntilClose(connection, nonsense)).isEqualTo(first);
    }

    /** Statuses of all responses, with a last request that closes the connection. */
    private static String statusesUntilClose(RawConnection connection, String characters) throws IOException {
        connection.send(characters + RawConnection.requestText("DELETE", LIST, "Connection: close"));
        StringBuilder statuses = new StringBuilder();
        try {
            for (int i = 0; i < 3; i++) {
                statuses.append(connection.readResponse().status()).append(' ');
            }
        } catch (EOFException ended) {
            statuses.append("end");
        } catch (SocketException cutOff) {
            statuses.append("end");
        }
        return statuses.toString();
    }

    @Test
    void withCredentialsTheServerDecides() throws IOException {
        warmUp();
        long before = requestCount.requests();
        connection.exchange("GET", LIST, "Authorization: Bearer nonsense");
        assertThat(requestCount.requests() - before).isEqualTo(1);
    }

    @Test
    void aHeaderAddedToEveryResponseIsNeverMissing() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(connection
                            .exchange("GET", LIST, RequestCountFilter.ADDS + ": true")
                            .header(RequestCountFilter.ADDED))
                    .isEqualTo("true");
        }
    }

    /** Once the withdrawal is confirmed, no connection serves the entry. */
    @Test
    void whatIsWithdrawnIsGoneAtOnce() throws IOException {
        String slug = ScratchEntries.slug("lane");
        UUID id = scratch.publish(ScratchEntries.EVENTS, slug, ScratchEntries.event("'body': {'sr-Cyrl': 'Тајна'}"));
        String entry = "/api/v1/history-events/" + slug;
        warmUp();
        connection.exchange("GET", entry);
        long before = requestCount.requests();
        assertThat(connection.exchange("GET", entry).text()).contains("Тајна");
        assertThat(requestCount.requests()).as("seen by the server").isEqualTo(before);
        scratch.withdraw(id, WithdrawalReason.SAFETY);
        RawHttp.Response gone = connection.exchange("GET", entry);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text()).doesNotContain("Тајна");
    }

    /** A stream does not end, so no other response is written to its connection. */
    @Test
    void aStreamKeepsTheConnectionToItself() throws IOException {
        warmUp();
        connection.send(RawConnection.requestText("GET", "/api/v1/changes/stream"));
        connection.send(RawConnection.requestText("GET", LIST));
        byte[] piece = new byte[10_000];
        StringBuilder stream = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            stream.append(new String(piece, 0, connection.read(piece), StandardCharsets.ISO_8859_1));
        }
        assertThat(stream.toString().split("HTTP/1.1 ", -1)).as("%s", stream).hasSize(2);
    }
}
