package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL: what one publishes the other tells, and what is to be sent is sent by one of them. */
class TwoNodesIT {

    private static final int CHANGES = 60;

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void whatOneNodePublishesTheOtherTellsAndNothingIsSentTwice() throws Exception {
        Path otherFolder = Files.createDirectory(folder.resolve("other"));
        try (Server one = Server.on(
                        "postgresql",
                        folder,
                        "-Xmx512m",
                        "-Dputokaz.webhooks.loopback=true",
                        "-Dputokaz.webhooks.timeout=PT10S");
                Server other = one.sibling(otherFolder)) {
            one.start();
            other.start();
            try (HookReceiver called = ModelPartnerIT.registered(one)) {
                called.recover();
                int before = called.calls();
                Partner partner = new Partner(other.url(), 100);
                Future<Copy> copy = threads.submit(partner);
                tellsAtOnce(one, other);

                AtomicInteger changes = new AtomicInteger();
                List<Future<Map<String, String>>> editors = new ArrayList<>();
                for (Server node : List.of(one, other)) {
                    editors.add(threads.submit(new Editors(node.url(), editors.size(), 11, changes, CHANGES)));
                }
                for (Future<?> editor : editors) {
                    editor.get(5, TimeUnit.MINUTES);
                }
                partner.finish();

                Map<String, String> published = ModelPartnerIT.readAll(one).state();
                assertThat(ModelPartnerIT.readAll(other).state()).isEqualTo(published);
                assertThat(copy.get(1, TimeUnit.MINUTES).state()).isEqualTo(published);
                ModelPartnerIT.awaitPosition(called, one);
                assertThat(called.copy().state()).isEqualTo(published);
                assertThat(called.complaints()).isEmpty();
                // A change that a later one overtakes in time is not sent at all; none is sent twice.
                assertThat(called.calls() - before).isEqualTo(called.kept());
            }
        }
    }

    /** Whoever waits at one node hears of what the other publishes long before his time is over. */
    private void tellsAtOnce(Server one, Server other) throws Exception {
        Wire there = new Wire(other.url());
        String token = there.ask("GET", "/api/v1/changes?limit=1000", null)
                .body()
                .get("next")
                .asText();
        Future<Wire.Answer> waiting =
                threads.submit(() -> there.ask("GET", "/api/v1/changes?wait=30&since=" + token, null));
        TimeUnit.MILLISECONDS.sleep(500);
        long published = ManyWaitingIT.publish(new Wire(one.url()), "vest-sa-drugog-cvora");

        Wire.Answer heard = waiting.get(20, TimeUnit.SECONDS);

        assertThat(heard.body().at("/changes/0/slug").asText()).isEqualTo("vest-sa-drugog-cvora");
        System.out.printf(
                "Two nodes: heard %d ms after the other node acknowledged%n",
                (System.nanoTime() - published) / 1_000_000);
    }
}
