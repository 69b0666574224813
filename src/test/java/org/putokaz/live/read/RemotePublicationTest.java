package org.putokaz.live.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.Watched;

/**
 * A request that begins after another node has published sees that publication. The publications are made by SQL, of which
 * this node is not notified.
 */
@DatabaseTest
@TestProfile(Watched.class)
class RemotePublicationTest {

    private static final int CHANGES = Boolean.getBoolean("putokaz.test.thorough") ? 300 : 100;
    private static final int READERS = 6;

    @Inject
    Session session;

    @Inject
    ScratchEntries scratch;

    private final UUID event = UUID.fromString("018f0000-0000-7000-8000-00000000e7e7");
    private final String stem = ScratchEntries.slug("drugde");

    @AfterEach
    void clear() {
        scratch.withdrawAll();
    }

    private static int status(String slug) {
        return given().redirects()
                .follow(false)
                .get("/api/v1/history-events/" + slug)
                .statusCode();
    }

    private String slug(int number) {
        return stem + "-" + number;
    }

    /** Gives the event one more slug and advances the feed, in one transaction, as another node would. */
    private void publishOnAnotherNode(int number) {
        QuarkusTransaction.requiringNew().run(() -> {
            session.createNativeMutationQuery(
                            "insert into live.slug (scope, slug, owner_id) values (:scope, :slug, :id)")
                    .setParameter("scope", ScratchEntries.EVENTS)
                    .setParameter("slug", slug(number))
                    .setParameter("id", event)
                    .executeUpdate();
            session.createNativeMutationQuery(
                            "update live.feed set changed_at = changed_at + interval '1' second where id = 1")
                    .executeUpdate();
        });
    }

    @Test
    void theNextRequestSeesThePublicationOfAnotherNode() {
        scratch.publish(ScratchEntries.EVENTS, event, stem, ScratchEntries.event());
        assertThat(status(slug(0))).isEqualTo(404);
        assertThat(status(slug(0))).as("known to be missing").isEqualTo(404);
        publishOnAnotherNode(0);
        assertThat(status(slug(0))).isEqualTo(308);
    }

    /** A page that was told of the change by the other node asks this one for it. */
    @Test
    void aPositionThatAnotherNodeHasReachedIsNotRefused() {
        scratch.publish(ScratchEntries.EVENTS, event, stem, ScratchEntries.event());
        String path = "/api/v1/history-events/" + event + "?position=";
        long reached = scratch.position();
        assertThat(given().get(path + reached).statusCode()).isEqualTo(200);
        assertThat(given().get(path + (reached + 1)).statusCode()).isEqualTo(400);

        advancePositionOnAnotherNode();
        Response response = given().get(path + (reached + 1));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Putokaz-Position")).isEqualTo(String.valueOf(reached + 1));
        assertThat(given().get(path + (reached + 2)).statusCode()).isEqualTo(400);
    }

    /** Gives the event the next position, in one transaction, as another node would. */
    private void advancePositionOnAnotherNode() {
        QuarkusTransaction.requiringNew().run(() -> {
            session.createNativeMutationQuery("update live.feed set position = position + 1 where id = 1")
                    .executeUpdate();
            session.createNativeMutationQuery("update live.entry set position = (select position from live.feed"
                            + " where id = 1) where id = :id")
                    .setParameter("id", event)
                    .executeUpdate();
        });
    }

    /** The same while many requests run at once. */
    @Test
    void noneOfManyConcurrentRequestsSeesAStateFromBeforeItBegan() throws Exception {
        scratch.publish(ScratchEntries.EVENTS, event, stem, ScratchEntries.event());
        AtomicInteger published = new AtomicInteger(-1);
        AtomicBoolean over = new AtomicBoolean();
        ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        AtomicInteger requests = new AtomicInteger();
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            all.add(readers.submit(() -> {
                while (!over.get()) {
                    int last = published.get();
                    if (last >= 0 && status(slug(last)) != 308) {
                        failures.add("missing: " + last);
                    }
                    // Missing, or published meanwhile.
                    status(slug(last + 1));
                    requests.incrementAndGet();
                }
            }));
        }
        try {
            for (int i = 0; i < CHANGES; i++) {
                publishOnAnotherNode(i);
                published.set(i);
                int before = requests.get();
                while (requests.get() < before + READERS && failures.isEmpty()) {
                    assertThat(all).as("all readers are running").noneMatch(Future::isDone);
                    Thread.onSpinWait();
                }
            }
        } finally {
            over.set(true);
        }
        for (Future<?> one : all) {
            one.get(1, TimeUnit.MINUTES);
        }
        readers.shutdown();
        assertThat(failures).isEmpty();
        assertThat(status("nema-" + Center.CENTER)).isEqualTo(404);
    }
}
