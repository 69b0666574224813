package org.putokaz.sync.push;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.sync.FeedReader;

/** A request may wait for the next change: it is answered with it, costs no thread, and there is an end to how many. */
@DatabaseTest
@TestProfile(Apart.class)
class LongPollTest {

    private static final int MANY = 200;

    @Inject
    ScratchEntries scratch;

    @Inject
    LongPollRegistry room;

    @TestHTTPResource("/api/v1/changes")
    URL changes;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void clear() {
        scratch.withdrawAll();
    }

    private static void until(BooleanSupplier holds) {
        long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(patience);
            Thread.onSpinWait();
        }
    }

    private CompletableFuture<HttpResponse<String>> ask(String query) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(changes + "?" + query))
                .timeout(Duration.ofSeconds(40))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void allWhoWaitAreAnsweredWithTheNextChange() throws Exception {
        String token = FeedReader.endToken("");
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            asked.add(ask("wait=30&since=" + token));
        }
        until(() -> room.pendingCount() == MANY);
        long held = threadsAtIt();

        UUID id = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());

        for (CompletableFuture<HttpResponse<String>> one : asked) {
            HttpResponse<String> answer = one.get(20, TimeUnit.SECONDS);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(id.toString()).doesNotContain("\"changes\":[]");
        }
        assertThat(held).as("threads that wait with them").isLessThan(MANY / 2);
        until(() -> room.pendingCount() == 0 && room.pendingQueries().isEmpty());
    }

    /** Those that are inside of this part of the service; how many there are says how the requests came, not who waits. */
    private static long threadsAtIt() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> Arrays.stream(stack)
                        .anyMatch(frame -> frame.getClassName().startsWith("org.putokaz.sync.")))
                .count();
    }

    @Test
    void whatOthersFollowDoesNotEndTheWaiting() throws Exception {
        String token = FeedReader.endToken("&family=help-guides");
        CompletableFuture<HttpResponse<String>> guides = ask("wait=30&family=help-guides&since=" + token);
        until(() -> room.pendingCount() == 1);

        scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());
        long reached = scratch.position();
        until(() -> room.pendingQueries().stream().allMatch(seat -> seat.position() == reached));
        assertThat(guides).isNotDone();
        UUID step = UUID.randomUUID();
        UUID id = scratch.publish(
                ScratchEntries.GUIDES,
                ScratchEntries.slug("vodic"),
                ScratchEntries.guide(ScratchEntries.step(step, ScratchEntries.slug("korak"))));

        assertThat(guides.get(20, TimeUnit.SECONDS).body()).contains(id.toString());
    }

    @Test
    void whenTheTimeIsOverTheAnswerIsEmptyAndGoesOnFromThere() throws Exception {
        String token = FeedReader.endToken("&family=help-guides");
        CompletableFuture<HttpResponse<String>> guides = ask("wait=1&family=help-guides&since=" + token);
        until(() -> room.pendingCount() == 1 || guides.isDone());
        scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());

        HttpResponse<String> answer = guides.get(20, TimeUnit.SECONDS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"changes\":[]").contains("\"more\":false");
        until(() -> room.pendingCount() == 0 && room.pendingQueries().isEmpty());
    }

    @Test
    void whatWasPublishedBeforeIsNotWaitedFor() throws Exception {
        String token = FeedReader.endToken("");
        UUID id = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());

        assertThat(ask("wait=30&since=" + token).get(10, TimeUnit.SECONDS).body())
                .contains(id.toString());
    }

    @Test
    void thereIsAnEndToHowManyMayWait() throws Exception {
        String token = FeedReader.endToken("");
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < MANY + 50; i++) {
            asked.add(ask("wait=20&since=" + token));
        }
        until(() -> room.pendingCount() == MANY + 50);

        given().get("/api/v1/changes?wait=20&since=" + token)
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("5"))
                .body("code", equalTo("unavailable"));

        scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());
        for (CompletableFuture<HttpResponse<String>> one : asked) {
            assertThat(one.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }
}
