package org.putokaz.sync.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Await;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.sync.FeedReader;

/** Long polling: a pending request costs no thread, is answered with the next change, and their number is bounded. */
@DatabaseTest
@TestProfile(Apart.class)
class LongPollTest {

    private static final int REQUESTS = 200;

    @Inject
    ScratchEntries scratch;

    @Inject
    LongPollRegistry registry;

    @TestHTTPResource("/api/v1/changes")
    URL changes;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void clear() {
        scratch.withdrawAll();
    }

    private CompletableFuture<HttpResponse<String>> ask(String query) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(changes + "?" + query))
                .timeout(Duration.ofSeconds(40))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void allPendingRequestsAreAnsweredWithTheNextChange() throws Exception {
        String token = FeedReader.endToken("");
        List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            responses.add(ask("wait=30&since=" + token));
        }
        Await.until("the pending requests", () -> registry.pendingCount() == REQUESTS);
        long threads = busyThreads();

        UUID id = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());

        for (CompletableFuture<HttpResponse<String>> one : responses) {
            HttpResponse<String> answer = one.get(20, TimeUnit.SECONDS);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(id.toString()).doesNotContain("\"changes\":[]");
        }
        assertThat(threads).as("threads that wait with them").isLessThan(REQUESTS / 2);
        Await.until(
                "the pending requests",
                () -> registry.pendingCount() == 0 && registry.pendingQueries().isEmpty());
    }

    /** Threads that execute code of this package; pending requests must not be among them. */
    private static long busyThreads() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> Arrays.stream(stack)
                        .anyMatch(frame -> frame.getClassName().startsWith("org.putokaz.sync.")))
                .count();
    }

    @Test
    void changesOfOtherFamiliesDoNotEndTheWait() throws Exception {
        String token = FeedReader.endToken("&family=help-guides");
        CompletableFuture<HttpResponse<String>> guides = ask("wait=30&family=help-guides&since=" + token);
        Await.until("the pending requests", () -> registry.pendingCount() == 1);

        scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());
        long reached = scratch.position();
        Await.until(
                "the pending requests",
                () -> registry.pendingQueries().stream().allMatch(query -> query.position() == reached));
        assertThat(guides).isNotDone();
        UUID step = UUID.randomUUID();
        UUID id = scratch.publish(
                ScratchEntries.GUIDES,
                ScratchEntries.slug("vodic"),
                ScratchEntries.guide(ScratchEntries.step(step, ScratchEntries.slug("korak"))));

        assertThat(guides.get(20, TimeUnit.SECONDS).body()).contains(id.toString());
    }

    @Test
    void afterTheWaitTimeTheResponseIsEmpty() throws Exception {
        String token = FeedReader.endToken("&family=help-guides");
        CompletableFuture<HttpResponse<String>> guides = ask("wait=1&family=help-guides&since=" + token);
        Await.until("the pending requests", () -> registry.pendingCount() == 1 || guides.isDone());
        scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());

        HttpResponse<String> answer = guides.get(20, TimeUnit.SECONDS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"changes\":[]").contains("\"more\":false");
        Await.until(
                "the pending requests",
                () -> registry.pendingCount() == 0 && registry.pendingQueries().isEmpty());
    }

    @Test
    void anExistingChangeIsAnsweredAtOnce() throws Exception {
        String token = FeedReader.endToken("");
        UUID id = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());

        assertThat(ask("wait=30&since=" + token).get(10, TimeUnit.SECONDS).body())
                .contains(id.toString());
    }

    @Test
    void theNumberOfPendingRequestsIsBounded() throws Exception {
        String token = FeedReader.endToken("");
        List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
        for (int i = 0; i < REQUESTS + 50; i++) {
            responses.add(ask("wait=20&since=" + token));
        }
        Await.until("the pending requests", () -> registry.pendingCount() == REQUESTS + 50);

        given().get("/api/v1/changes?wait=20&since=" + token)
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("5"))
                .body("code", equalTo("unavailable"));

        scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());
        for (CompletableFuture<HttpResponse<String>> one : responses) {
            assertThat(one.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }
}
