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

/** By whom public answers are made, and in which order. Each list is of another length, since none is to be kept yet. */
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

    private static String unasked() {
        length++;
        return UNITS + length;
    }

    private static CompletableFuture<Integer> ask(String path) {
        return CompletableFuture.supplyAsync(() -> RawHttp.get(path).status(), task -> new Thread(task).start());
    }

    /** The requests that keep the whole crew waiting for the database. */
    private static List<CompletableFuture<Integer>> occupy(WatchedDriver.Hold hold) throws InterruptedException {
        List<CompletableFuture<Integer>> stuck = new ArrayList<>();
        for (int i = 0; i < TwoThreadResponseExecutor.SIZE; i++) {
            stuck.add(ask(unasked()));
            assertThat(hold.holdsOneMore()).isTrue();
        }
        return stuck;
    }

    private static void soon() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(TwoThreadResponseExecutor.PATIENCE_MILLIS / 8);
    }

    /** Which threads asked the store for what is live; the service looks for changes on its own, too. */
    private static List<String> askers(Runnable something) {
        return WatchedDriver.during(something).stream()
                .filter(
                        asked -> asked.sql()
                                .matches(
                                        "(?s).*live\\.(entry|slug|sort_key|history_event|contact_channel|organisational_unit|help_guide).*"))
                .map(WatchedDriver.Asked::thread)
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
    void theCrewMakesWhatAnybodyMayRead(String path) {
        assertThat(askers(() -> assertThat(RawHttp.get(path).status()).isEqualTo(200)))
                .containsExactly(TwoThreadResponseExecutor.NAME);
    }

    @Test
    void theFeedIsForTheOthers() {
        List<String> askers =
                WatchedDriver.during(() -> assertThat(
                                        RawHttp.get("/api/v1/changes?limit=1").status())
                                .isEqualTo(200))
                        .stream()
                        .map(WatchedDriver.Asked::thread)
                        .distinct()
                        .toList();
        assertThat(askers).isNotEmpty().doesNotContain(TwoThreadResponseExecutor.NAME);
    }

    @Test
    void nobodyWaitsForACrewThatWaitsForTheDatabase() throws InterruptedException {
        List<CompletableFuture<Integer>> stuck;
        double before = givenAway();
        try (WatchedDriver.Hold hold = WatchedDriver.hold(TwoThreadResponseExecutor.NAME)) {
            stuck = occupy(hold);
            String other = unasked();
            assertThat(askers(() -> assertThat(RawHttp.get(other).status()).isEqualTo(200)))
                    .isNotEmpty()
                    .doesNotContain(TwoThreadResponseExecutor.NAME);
            assertThat(stuck).noneMatch(CompletableFuture::isDone);
        }
        assertThat(givenAway() - before).isEqualTo(1);
        assertThat(meters.get("putokaz.crew.size").gauge().value()).isEqualTo(TwoThreadResponseExecutor.SIZE);
        assertThat(stuck).allSatisfy(one -> assertThat(one.join()).isEqualTo(200));
    }

    @Test
    void whatMostWaitForIsMadeFirst() {
        List<CompletableFuture<Integer>> asked = new ArrayList<>();
        List<WatchedDriver.Asked> log = WatchedDriver.during(() -> {
            try (WatchedDriver.Hold hold = WatchedDriver.hold(TwoThreadResponseExecutor.NAME)) {
                asked.addAll(occupy(hold));
                IntStream.range(0, 8).forEach(rare -> asked.add(ask(unasked())));
                soon();
                String wanted = unasked();
                IntStream.range(0, 4).forEach(reader -> asked.add(ask(wanted)));
                soon();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            asked.forEach(CompletableFuture::join);
        });
        List<Integer> made = log.stream()
                .map(one -> LENGTH.matcher(one.sql()))
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)) - 1)
                .distinct()
                .toList();
        assertThat(made).hasSize(TwoThreadResponseExecutor.SIZE + 9);
        // One thread takes it, while the other takes another.
        assertThat(made.subList(0, TwoThreadResponseExecutor.SIZE + 3)).contains(length);
    }

    /** What it is labelled with is where the feed stood then, and not when it was asked for. */
    @Test
    void whatWaitedWhileSomebodyPublishedIsMadeOnce() throws InterruptedException {
        String path = unasked();
        List<CompletableFuture<Integer>> asked;
        try (WatchedDriver.Hold hold = WatchedDriver.hold(TwoThreadResponseExecutor.NAME)) {
            asked = Stream.concat(occupy(hold).stream(), Stream.of(ask(path))).toList();
            soon();
            scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("cekanje"), ScratchEntries.unit());
        }
        asked.forEach(CompletableFuture::join);
        double made = made();
        assertThat(RawHttp.get(path).status()).isEqualTo(200);
        assertThat(made()).isEqualTo(made);
    }

    private double givenAway() {
        return meters.get("putokaz.crew.given.away").functionCounter().count();
    }

    private double made() {
        return meters.get("putokaz.cache.answers")
                .tag("outcome", "made")
                .functionCounter()
                .count();
    }

    /** Of those who waited for him one goes instead of him, and not all. */
    @Test
    void whoLeavesWhileHeWaitsTakesNobodyWithHim() throws InterruptedException, IOException {
        String path = unasked();
        List<CompletableFuture<Integer>> others;
        double before;
        try (WatchedDriver.Hold hold = WatchedDriver.hold(TwoThreadResponseExecutor.NAME)) {
            occupy(hold);
            before = made();
            try (Socket socket = new Socket("localhost", RestAssured.port)) {
                String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                soon();
                others = List.of(ask(path), ask(path), ask(path));
                soon();
            }
            soon();
        }
        assertThat(others).allSatisfy(other -> assertThat(other.join()).isEqualTo(200));
        assertThat(RawHttp.get(path).status()).isEqualTo(200);
        assertThat(made() - before).isEqualTo(2);
    }
}
