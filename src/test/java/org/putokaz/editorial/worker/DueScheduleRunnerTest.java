package org.putokaz.editorial.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EntryScheduleClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.SettableClock;
import org.putokaz.fixture.Tokens;

/** Overlapping runs on one database execute each schedule once, and a schedule that fails does not stop the others. */
@DatabaseTest
@TestProfile(Apart.class)
class DueScheduleRunnerTest {

    private static final int SCHEDULES = Boolean.getBoolean("putokaz.test.thorough") ? 50 : 20;
    private static final int CONCURRENT_RUNS = 8;

    @Inject
    DueScheduleRunner runner;

    @Inject
    ScheduleWorker worker;

    @Inject
    Session session;

    private final List<EntryClient> drafts = new ArrayList<>();
    private final Instant at = EntryScheduleClient.after(EntryScheduleClient.LATER);

    @BeforeEach
    void stopWorker() {
        worker.stop();
    }

    @AfterEach
    void restore() {
        SettableClock.run();
        worker.start();
        drafts.forEach(EntryClient::get);
        EntryClient.withdrawAllPublished();
    }

    private EntryClient createScheduled() {
        EntryClient draft = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        drafts.add(draft);
        Response answer = EntryScheduleClient.publish(draft, at);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return draft;
    }

    private static String scheduleState(EntryClient draft) {
        return draft.get().path("schedule.state");
    }

    @Test
    void ofEightOverlappingRunsOneExecutesEachSchedule() throws Exception {
        for (int i = 0; i < SCHEDULES; i++) {
            createScheduled();
        }
        long before = position();
        SettableClock.set(at);
        runConcurrently();

        assertThat(drafts).extracting(DueScheduleRunnerTest::scheduleState).containsOnly("done");
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

    private void runConcurrently() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(CONCURRENT_RUNS);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < CONCURRENT_RUNS; i++) {
                runs.add(executor.submit(runner::runDue));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            executor.shutdown();
        }
    }

    private long position() {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createSelectionQuery("select f.position from FeedEntity f", Long.class)
                        .getSingleResult());
    }

    @Test
    void whatFellDueWhileTheWorkerWasStoppedIsDoneAtStart() {
        EntryClient draft = createScheduled();
        SettableClock.set(at.plusSeconds(7));
        assertThat(scheduleState(draft)).isEqualTo("pending");
        // Overdue, and so expected at any time: no response may be cached.
        assertThat(given().get("/api/v1/history-events").header("Cache-Control"))
                .isEqualTo("public, max-age=0, no-cache");
        worker.start();
        Response done = EntryScheduleClient.awaitEnd(draft);
        assertThat(done.<String>path("schedule.state")).isEqualTo("done");
        assertThat(done.<Integer>path("schedule.latenessMillis")).isEqualTo(7000);
        assertThat(given().get("/api/v1/history-events").header("Cache-Control"))
                .doesNotContain("no-cache");
    }

    @Test
    void nothingIsExecutedBeforeItsTime() {
        EntryClient draft = createScheduled();
        SettableClock.set(at.minusMillis(1));
        runner.runDue();
        assertThat(scheduleState(draft)).isEqualTo("pending");
        SettableClock.set(at);
        runner.runDue();
        assertThat(scheduleState(draft)).isEqualTo("done");
    }

    @Test
    void aFailedScheduleDoesNotStopTheOthersAndIsNotRepeated() {
        EntryClient bad = createScheduled();
        EntryClient good = createScheduled();
        // A document that cannot be parsed, as after an incomplete restore of the database.
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery(
                                "update editorial.revision set document = '[' where entry_id = :id")
                        .setParameter("id", UUID.fromString(bad.id))
                        .executeUpdate());
        SettableClock.set(at);
        runner.runDue();
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery("update editorial.revision set document ="
                                + " (select r.document from editorial.revision r where r.entry_id = :good)"
                                + " where entry_id = :id")
                        .setParameter("good", UUID.fromString(good.id))
                        .setParameter("id", UUID.fromString(bad.id))
                        .executeUpdate());

        assertThat(scheduleState(good)).isEqualTo("done");
        Response failed = bad.get();
        assertThat(failed.<String>path("schedule.state")).isEqualTo("failed");
        assertThat(failed.<String>path("schedule.failure")).isEqualTo("internal-error");
        runner.runDue();
        assertThat(bad.get().<String>path("publicSees")).isEqualTo("nothing");
    }

    @Test
    void aScheduleIsCancelledOrExecutedNeverBoth() throws Exception {
        for (int round = 0; round < 10; round++) {
            EntryClient draft = createScheduled();
            SettableClock.set(at);
            ExecutorService executor = Executors.newFixedThreadPool(2);
            try {
                Future<?> run = executor.submit(runner::runDue);
                Future<Integer> cancel =
                        executor.submit(() -> EntryScheduleClient.cancel(draft).statusCode());
                run.get();
                boolean cancelled = cancel.get() == 200;
                Response entry = draft.get();
                assertThat(entry.<String>path("schedule.state")).isEqualTo(cancelled ? "cancelled" : "done");
                assertThat(entry.<String>path("publicSees")).isEqualTo(cancelled ? "nothing" : "this-revision");
            } finally {
                executor.shutdown();
                SettableClock.run();
            }
        }
    }
}
