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

/** What comes on a connection on which kept answers are given before the server looks at a request. */
@DatabaseTest
@TestProfile(Apart.class)
class KeepAliveConnectionTest {

    private static final String LIST = "/api/v1/history-events?lang=en";
    private static final String REFUSED = "/api/v1/history-events?nonsense=1";
    private static final String MADE = "/api/v1/contact-channels/open-now?lang=en";

    @Inject
    ScratchEntries scratch;

    @Inject
    RequestCountFilter server;

    private RawConnection connection;

    @BeforeEach
    void connect() throws IOException {
        connection = RawConnection.open();
    }

    @AfterEach
    void leave() throws IOException {
        connection.close();
        SettableClock.run();
        scratch.withdrawAll();
    }

    /** So that the first request is past, and the list is kept. */
    private void warmUp() throws IOException {
        for (int i = 0; i < 2; i++) {
            assertThat(connection.exchange("GET", LIST).status()).isEqualTo(200);
        }
    }

    @Test
    void theServerDoesNotSeeWhatIsKept() throws IOException {
        warmUp();
        long before = server.requests();
        for (int i = 0; i < 100; i++) {
            assertThat(connection.exchange("GET", LIST).status()).isEqualTo(200);
        }
        assertThat(server.requests() - before).isZero();
        connection.exchange("GET", MADE);
        assertThat(server.requests() - before).isEqualTo(1);
    }

    /** However it was sent: from memory, from a file, in chunks, by the REST layer or before it. */
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
    void afterAnyAnswerTheServerSeesWhatIsKeptNoMore(String method, String target, int status) throws IOException {
        warmUp();
        assertThat(connection.exchange(method, target).status()).isEqualTo(status);
        long seen = 1;
        // The end of a file is here a moment before the server knows that it is gone.
        for (int i = 0; i < 20 && seen > 0; i++) {
            long before = server.requests();
            assertThat(connection.exchange("GET", LIST).status()).isEqualTo(200);
            seen = server.requests() - before;
        }
        assertThat(seen).isZero();
    }

    /** A connection's first answer comes from the server; what follows does not. */
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
        long before = server.requests();
        String byTheLane = bytes(connection, method, target, headers);
        assertThat(server.requests()).as("seen by the server").isEqualTo(before + 1);
        try (RawConnection fresh = RawConnection.open()) {
            String byTheServer = bytes(fresh, method, target, headers);
            assertThat(server.requests()).as("seen by the server").isEqualTo(before + 3);
            assertThat(byTheLane).isEqualTo(byTheServer).startsWith(has ? "HTTP/1.1 304" : "HTTP/1.1 200");
        }
    }

    /** Of one whole exchange: whatever comes before the answer to another question that begins as no answer here does. */
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

    /** Kept and made, read and refused, with bodies and without, cut into pieces anywhere. */
    @ParameterizedTest
    @ValueSource(longs = {20261127, 20261128, 20261129})
    void answersComeInTheOrderOfTheQuestions(long seed) throws IOException {
        Random random = new Random(seed);
        Map<String, Integer> questions = new TreeMap<>();
        String tag = connection.exchange("GET", LIST).header("ETag");
        questions.put(RawConnection.requestText("GET", LIST), 200);
        questions.put(RawConnection.requestText("GET", LIST, "If-None-Match: " + tag), 304);
        questions.put(RawConnection.requestText("HEAD", LIST), 200);
        questions.put(RawConnection.requestText("GET", MADE), 200);
        questions.put(RawConnection.requestText("GET", REFUSED), 400);
        questions.put(RawConnection.requestText("GET", "/api/v1/no-such-thing"), 404);
        questions.put(RawConnection.requestText("DELETE", LIST), 405);
        questions.put(RawConnection.requestText("GET", LIST, "Content-Length: 5") + "hello", 200);
        questions.put(
                RawConnection.requestText("POST", LIST, "Transfer-Encoding: chunked") + "5\r\nhello\r\n0\r\n\r\n", 405);
        questions.put(RawConnection.requestText("GET", LIST, "Expect: nothing"), 200);
        List<String> all = new ArrayList<>(questions.keySet());

        for (int round = 0; round < 30; round++) {
            List<String> asked = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                asked.add(all.get(random.nextInt(all.size())));
            }
            String text = String.join("", asked);
            int cut = random.nextInt(text.length());
            connection.send(text.substring(0, cut));
            connection.send(text.substring(cut));
            for (String question : asked) {
                RawHttp.Response answer = connection.readResponse(!question.startsWith("HEAD"));
                assertThat(answer.status()).as("%s in %s", question, asked).isEqualTo(questions.get(question));
                boolean isTheList = answer.status() == 200 && !question.contains(MADE) && !question.startsWith("HEAD");
                assertThat(answer.text().contains("history-events"))
                        .as("%s in %s", question, asked)
                        .isEqualTo(isTheList);
            }
        }
    }

    /** He asks for forty megabytes and more, and does not read them; then he does. */
    @Test
    void whoReadsNothingFillsNoMemoryAndLosesNothing() throws Exception {
        warmUp();
        int questions = 4_000;
        // Sixty megabytes, so that no buffer of the system holds them all.
        String question = RawConnection.requestText("GET", LIST + "&limit=100", "X-Long: " + "x".repeat(15_000));
        RawHttp.Response one = connection.exchange("GET", LIST + "&limit=100");
        Thread asker = new Thread(() -> {
            try {
                for (int i = 0; i < questions; i++) {
                    connection.send(question);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        asker.start();
        // Were all of them taken in, he would be done in no time.
        asker.join(2_000);
        assertThat(asker.isAlive()).as("the server stopped listening").isTrue();
        for (int i = 0; i < questions; i++) {
            assertThat(connection.readResponse().body()).isEqualTo(one.body());
        }
        asker.join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection: close", "connection: Close"})
    void whoSaysThatHeLeavesIsAnsweredAndLeft(String header) throws IOException {
        warmUp();
        assertThat(connection.exchange("GET", LIST, header).status()).isEqualTo(200);
        assertThat(connection.read(new byte[1])).as("the end").isNegative();
    }

    /** On a connection that stays all the same; what is asked meanwhile is the server's already. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterTheOldProtocolTheOrderIsKeptToo(long seed) throws IOException {
        Random random = new Random(seed);
        connection.send("GET " + MADE + " HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            asked.add(List.of(LIST, MADE, REFUSED).get(random.nextInt(3)));
            connection.send(RawConnection.requestText("GET", asked.get(i)));
        }
        assertThat(connection.readResponse().text()).contains("openNow");
        for (String question : asked) {
            RawHttp.Response answer = connection.readResponse();
            assertThat(answer.status()).isEqualTo(question.equals(REFUSED) ? 400 : 200);
            assertThat(answer.text().contains("history-events")).isEqualTo(question.equals(LIST));
        }
    }

    @Test
    void whoLeavesWithHisFirstQuestionIsNotAnsweredASecond() throws IOException {
        connection.send(
                RawConnection.requestText("GET", LIST, "Connection: close") + RawConnection.requestText("GET", LIST));
        assertThat(connection.readResponse().status()).isEqualTo(200);
        assertThat(connection.read(new byte[1])).as("the end").isNegative();
    }

    @Test
    void theOldProtocolIsAnsweredAndLeft() throws IOException {
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
    void nonsenseAfterAKeptAnswerIsTreatedAsAtTheBeginning(String nonsense) throws IOException {
        String first;
        try (RawConnection fresh = RawConnection.open()) {
            first = toTheEnd(fresh, nonsense);
        }
        warmUp();
        assertThat(toTheEnd(connection, nonsense)).isEqualTo(first);
    }

    /** Status by status, with a question behind it that ends the connection. */
    private static String toTheEnd(RawConnection connection, String characters) throws IOException {
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
        long before = server.requests();
        connection.exchange("GET", LIST, "Authorization: Bearer nonsense");
        assertThat(server.requests() - before).isEqualTo(1);
    }

    @Test
    void whereAHeaderIsAddedToEveryAnswerNoneIsWithoutIt() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(connection
                            .exchange("GET", LIST, RequestCountFilter.ADDS + ": true")
                            .header(RequestCountFilter.ADDED))
                    .isEqualTo("true");
        }
    }

    /** Whoever was told that it is withdrawn is not shown it, on whichever connection. */
    @Test
    void whatIsWithdrawnIsGoneAtOnce() throws IOException {
        String slug = ScratchEntries.slug("lane");
        UUID id = scratch.publish(ScratchEntries.EVENTS, slug, ScratchEntries.event("'body': {'sr-Cyrl': 'Тајна'}"));
        String entry = "/api/v1/history-events/" + slug;
        warmUp();
        connection.exchange("GET", entry);
        long before = server.requests();
        assertThat(connection.exchange("GET", entry).text()).contains("Тајна");
        assertThat(server.requests()).as("seen by the server").isEqualTo(before);
        scratch.withdraw(id, WithdrawalReason.SAFETY);
        RawHttp.Response gone = connection.exchange("GET", entry);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text()).doesNotContain("Тајна");
    }

    /** A stream is never over; nothing is put into it. */
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
