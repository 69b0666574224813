package org.putokaz.cache.executor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.WatchedDriver;
import org.putokaz.http.RawHttp;

/** Threads and order in which public responses are computed. Each request has another limit, so that none is cached. */
@DatabaseTest
@TestProfile(TwoThreadResponseExecutor.Profile.class)
class ResponseExecutorFilterTest {

    private static final String UNITS = "/api/v1/organisational-units?limit=";
    private static final Pattern LENGTH = Pattern.compile("fetch first ([0-9]+) rows");

    private static int length = 10;

    @Inject
    ScratchEntries scratch;

    @Inject
    MeterRegistry meters;

    @AfterEach
    void clear() {
        scratch.withdrawAll();
    }

    private static String uncachedPath() {
        length++;
        return UNITS + length;
    }

    private static CompletableFuture<Integer> get(String path) {
        return CompletableFuture.supplyAsync(() -> RawHttp.get(path).status(), task -> new Thread(task).start());
    }

    /** Requests that block all threads of the executor in the database. */
    private static List<CompletableFuture<Integer>> occupy(WatchedDriver.Hold hold) throws InterruptedException {
        List<CompletableFuture<Integer>> blocked = new ArrayList<>();
        for (int i = 0; i < TwoThreadResponseExecutor.SIZE; i++) {
            blocked.add(get(uncachedPath()));
            assertThat(hold.holdsOneMore()).isTrue();
        }
        return blocked;
    }

    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(TwoThreadResponseExecutor.MAX_QUEUE_DELAY_MILLIS / 8);
    }

    /** Threads that queried the live tables; the feed listener queries other tables. */
    private static List<String> queryingThreads(Runnable action) {
        return WatchedDriver.during(action).stream()
                .filter(
                        asked -> asked.sql()
                                .matches(
                                        "(?s).*live\\.(entry|slug|sort_key|history_event|contact_channel|organisational_unit|help_guide).*"))
                .map(WatchedDriver.ExecutedStatement::thread)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/history-events?limit=3",
                "/api/v1/history-events/osnivanje-centra-za-zastitu-zrtava-trgovine-ljudima",
                "/api/v1/contact-channels/open-now",
                "/api/v1/organisational-units/tree",
                "/api/v1/help-guides/potrebna-ti-je-pomoc/steps"
            })
    void publicReadsRunOnTheResponseExecutor(String path) {
        assertThat(queryingThreads(() -> assertThat(RawHttp.get(path).status()).isEqualTo(200)))
                .containsExactly(TwoThreadResponseExecutor.THREAD_NAME);
    }

    @Test
    void theChangeFeedRunsOnTheWorkerPool() {
        List<String> queryingThreads =
                WatchedDriver.during(() -> assertThat(
                                        RawHttp.get("/api/v1/changes?limit=1").status())
                                .isEqualTo(200))
                        .stream()
                        .map(WatchedDriver.ExecutedStatement::thread)
                        .distinct()
                        .toList();
        assertThat(queryingThreads).isNotEmpty().doesNotContain(TwoThreadResponseExecutor.THREAD_NAME);
    }

    @Test
    void requestsAreHandedOverWhileTheExecutorIsBlocked() throws InterruptedException {
        List<CompletableFuture<Integer>> blocked;
        double before = handedOver();
        try (WatchedDriver.Hold hold = WatchedDriver.hold(TwoThreadResponseExecutor.THREAD_NAME)) {
            blocked = occupy(hold);
            String other = uncachedPath();
            assertThat(queryingThreads(
                            () -> assertThat(RawHttp.get(other).status()).isEqualTo(200)))
                    .isNotEmpty()
                    .doesNotContain(TwoThreadResponseExecutor.THREAD_NAME);
            assertThat(blocked).noneMatch(CompletableFuture::isDone);
        }
        assertThat(handedOver() - before).isEqualTo(1);
        assertThat(meters.get("putokaz.crew.size").gauge().value()).isEqualTo(TwoThreadResponseExecutor.SIZE);
        assertThat(blocked).allSatisfy(one -> assertThat(one.join()).isEqualTo(200));
    }

    @Test
    void theResponseMostRequestsWaitForIsComputedFirst() {
        List<CompletableFuture<Integer>> responses = new ArrayList<>();
        List<WatchedDriver.ExecutedStatement> log = WatchedDriver.during(() -> {
            try (WatchedDriver.Hold hold = WatchedDriver.hold(TwoThreadResponseExecutor.THREAD_NAME)) {
                responses.addAll(occupy(hold));
                IntStream.range(0, 8).forEach(rare -> responses.add(get(uncachedPath())));
                pause();
                String wanted = uncachedPath();
                IntStream.range(0, 4).forEach(reader -> responses.add(get(wanted)));
                pause();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            responses.forEach(CompletableFuture::join);
        });
        List<Integer> made = log.stream()
                .map(one -> LENGTH.matcher(one.sql()))
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)) - 1)
                .distinct()
                .toList();
        assertThat(made).hasSize(TwoThreadResponseExecutor.SIZE + 9);
        // One thread computes it, while the other computes another.
        assertThat(made.subList(0, TwoThreadResponseExecutor.SIZE + 3)).contains(length);
    }

    /** Its feed position is that of the start of the computation, not of the arrival of the request. */
    @Test
    void aRequestQueuedDuringAPublicationIsComputedOnce() throws InterruptedException {
        String path = uncachedPath();
        List<CompletableFuture<Integer>> responses;
        try (WatchedDriver.Hold hold = WatchedDriver.hold(TwoThreadResponseExecutor.THREAD_NAME)) {
            responses =
                    Stream.concat(occupy(hold).stream(), Stream.of(get(path))).toList();
            pause();
            scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("cekanje"), ScratchEntries.unit());
        }
        responses.forEach(CompletableFuture::join);
        double misses = misses();
        assertThat(RawHttp.get(path).status()).isEqualTo(200);
        assertThat(misses()).isEqualTo(misses);
    }

    private double handedOver() {
        return meters.get("putokaz.crew.given.away").functionCounter().count();
    }

    private double misses() {
        return meters.get("putokaz.cache.answers")
                .tag("outcome", "made")
                .functionCounter()
                .count();
    }

    /** One of the waiting requests computes the response instead, not all of them. */
    @Test
    void aClientThatDisconnectsInTheQueueDoesNotAffectTheWaitingOnes() throws InterruptedException, IOException {
        String path = uncachedPath();
        List<CompletableFuture<Integer>> others;
        double before;
        try (WatchedDriver.Hold hold = WatchedDriver.hold(TwoThreadResponseExecutor.THREAD_NAME)) {
            occupy(hold);
            before = misses();
            try (Socket socket = new Socket("localhost", RestAssured.port)) {
                String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                pause();
                others = List.of(get(path), get(path), get(path));
                pause();
            }
            pause();
        }
        assertThat(others).allSatisfy(other -> assertThat(other.join()).isEqualTo(200));
        assertThat(RawHttp.get(path).status()).isEqualTo(200);
        assertThat(misses() - before).isEqualTo(2);
    }
}
