package org.putokaz.live.read;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.Watched;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
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

/**
 * What is remembered of the store is not told to anybody who asks after another node has published: such a change is made
 * here past everything that this node knows by itself, and the next question has to find it.
 */
@DatabaseTest
@TestProfile(Watched.class)
class RemotePublicationTest {

    private static final int CHANGES = 300;
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

    /** Gives the event one more slug, in one transaction with the feed, as another node would. */
    private void publishElsewhere(int number) {
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
    void theNextQuestionFindsWhatAnotherNodeHasPublished() {
        scratch.publish(ScratchEntries.EVENTS, event, stem, ScratchEntries.event());
        assertThat(status(slug(0))).isEqualTo(404);
        assertThat(status(slug(0))).as("remembered").isEqualTo(404);
        publishElsewhere(0);
        assertThat(status(slug(0))).isEqualTo(308);
    }

    /** Also while many ask, who need not all look where the feed stands. */
    @Test
    void amongManyWhoAskNobodyIsToldWhatWasTrueBeforeHeAsked() throws Exception {
        scratch.publish(ScratchEntries.EVENTS, event, stem, ScratchEntries.event());
        AtomicInteger published = new AtomicInteger(-1);
        AtomicBoolean over = new AtomicBoolean();
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        AtomicInteger asked = new AtomicInteger();
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            all.add(readers.submit(() -> {
                while (!over.get()) {
                    int there = published.get();
                    if (there >= 0 && status(slug(there)) != 308) {
                        wrong.add("missing: " + there);
                    }
                    // Is remembered as not there, or there already.
                    status(slug(there + 1));
                    asked.incrementAndGet();
                }
            }));
        }
        try {
            for (int i = 0; i < CHANGES; i++) {
                publishElsewhere(i);
                published.set(i);
                int before = asked.get();
                while (asked.get() < before + READERS && wrong.isEmpty()) {
                    assertThat(all).as("all readers go on").noneMatch(Future::isDone);
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
        assertThat(wrong).isEmpty();
        assertThat(status("nema-" + Center.CENTER)).isEqualTo(404);
    }
}
