package org.putokaz.editorial.worker;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EntryScheduleClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.SettableClock;
import org.putokaz.fixture.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However many clerks work on one database, each thing is done once; and whatever comes of one, the others are done. */
@DatabaseTest
@TestProfile(Apart.class)
class DueScheduleRunnerTest {

    private static final int SCHEDULES = 50;
    private static final int CLERKS = 8;
    private static final Duration LATER = Duration.ofHours(1);

    @Inject
    DueScheduleRunner clerk;

    @Inject
    ScheduleWorker hours;

    @Inject
    Session session;

    private final List<EntryClient> drafts = new ArrayList<>();
    private final Instant at = EntryScheduleClient.after(LATER);

    @BeforeEach
    void nobodyWorks() {
        hours.stop();
    }

    @AfterEach
    void asBefore() {
        SettableClock.run();
        hours.start();
        drafts.forEach(EntryClient::get);
        EntryClient.withdrawAllPublished();
    }

    private EntryClient scheduled() {
        EntryClient draft = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        drafts.add(draft);
        Response answer = EntryScheduleClient.publish(draft, at);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return draft;
    }

    private static String state(EntryClient draft) {
        return draft.get().path("schedule.state");
    }

    @Test
    void ofEightClerksEachScheduleIsCarriedOutByOne() throws Exception {
        for (int i = 0; i < SCHEDULES; i++) {
            scheduled();
        }
        long before = position();
        SettableClock.set(at);
        ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < CLERKS; i++) {
                work.add(clerks.submit(clerk::runDue));
            }
            for (Future<?> one : work) {
                one.get();
            }
        } finally {
            clerks.shutdown();
        }

        assertThat(drafts).extracting(DueScheduleRunnerTest::state).containsOnly("done");
        assertThat(drafts.stream()
                        .map(draft -> draft.get().<Integer>path("live.position").longValue())
                        .sorted())
                .containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + SCHEDULES)
                        .boxed()
                        .toList());
        assertThat(position()).isEqualTo(before + SCHEDULES);
        for (EntryClient draft : drafts) {
            assertThat(Tokens.asAdmin()
                            .get("/editorial/v1/audit?entry=" + draft.id)
                            .<List<String>>path("data.action"))
                    .containsExactly("published", "scheduled", "saved");
        }
    }

    private long position() {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createSelectionQuery("select f.position from FeedEntity f", Long.class)
                        .getSingleResult());
    }

    @Test
    void whatFellDueWhileNobodyWorkedIsDoneAtStart() {
        EntryClient draft = scheduled();
        SettableClock.set(at.plusSeconds(7));
        assertThat(state(draft)).isEqualTo("pending");
        // Late, and nobody knows when it will come: no cache may keep anything.
        assertThat(given().get("/api/v1/history-events").header("Cache-Control"))
                .isEqualTo("public, max-age=0, no-cache");
        hours.start();
        Response done = EntryScheduleClient.awaitEnd(draft);
        assertThat(done.<String>path("schedule.state")).isEqualTo("done");
        assertThat(done.<Integer>path("schedule.latenessMillis")).isEqualTo(7000);
        assertThat(given().get("/api/v1/history-events").header("Cache-Control"))
                .doesNotContain("no-cache");
    }

    @Test
    void nothingHappensBeforeItsMoment() {
        EntryClient draft = scheduled();
        SettableClock.set(at.minusMillis(1));
        clerk.runDue();
        assertThat(state(draft)).isEqualTo("pending");
        SettableClock.set(at);
        clerk.runDue();
        assertThat(state(draft)).isEqualTo("done");
    }

    @Test
    void oneThatFailsDoesNotHoldUpTheOthersAndIsNotTriedAgain() {
        EntryClient bad = scheduled();
        EntryClient good = scheduled();
        // What the editor is not shown any more, as if the database had been restored by halves.
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery(
                                "update editorial.revision set document = '[' where entry_id = :id")
                        .setParameter("id", java.util.UUID.fromString(bad.id))
                        .executeUpdate());
        SettableClock.set(at);
        clerk.runDue();
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery("update editorial.revision set document ="
                                + " (select r.document from editorial.revision r where r.entry_id = :good)"
                                + " where entry_id = :id")
                        .setParameter("good", java.util.UUID.fromString(good.id))
                        .setParameter("id", java.util.UUID.fromString(bad.id))
                        .executeUpdate());

        assertThat(state(good)).isEqualTo("done");
        Response failed = bad.get();
        assertThat(failed.<String>path("schedule.state")).isEqualTo("failed");
        assertThat(failed.<String>path("schedule.failure")).isEqualTo("internal-error");
        clerk.runDue();
        assertThat(bad.get().<String>path("publicSees")).isEqualTo("nothing");
    }

    @Test
    void aMomentIsTakenBackOrItHappensNeverBoth() throws Exception {
        for (int round = 0; round < 10; round++) {
            EntryClient draft = scheduled();
            SettableClock.set(at);
            ExecutorService two = Executors.newFixedThreadPool(2);
            try {
                Future<?> work = two.submit(clerk::runDue);
                Future<Integer> cancel = two.submit(() -> EntryScheduleClient.cancel(draft).statusCode());
                work.get();
                boolean cancelled = cancel.get() == 200;
                Response entry = draft.get();
                assertThat(entry.<String>path("schedule.state")).isEqualTo(cancelled ? "cancelled" : "done");
                assertThat(entry.<String>path("publicSees")).isEqualTo(cancelled ? "nothing" : "this-revision");
            } finally {
                two.shutdown();
                SettableClock.run();
            }
        }
    }
}
