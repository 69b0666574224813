package org.putokaz.editorial.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EntryScheduleClient;
import org.putokaz.editorial.fixture.EveryFamilyTest;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Await;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;

/**
 * Schedules of entries are executed in time, for the revision that was scheduled, and fail when something has changed
 * since.
 */
@HttpTest
@TestProfile(Apart.class)
class EntryScheduleTest {

    private static final Duration SOON = Duration.ofMillis(1500);

    @AfterEach
    void clear() {
        EntryClient.withdrawAllPublished();
    }

    private static String maxAge() {
        return given().get("/api/v1/history-events").header("Cache-Control");
    }

    private static int publicStatus(EntryClient draft) {
        return given().get(draft.publicPath()).statusCode();
    }

    @EveryFamilyTest
    void anEntryIsPublishedWithinASecondAndNoResponseIsCachedPastThatTime(FamilySample of) {
        EntryClient draft = EntryClient.create(of, of.content());
        if (of.needsApproval) {
            draft.submit().approve();
        }
        Instant at = EntryScheduleClient.after(SOON);
        Response scheduled = EntryScheduleClient.publish(draft, at);
        assertThat(scheduled.statusCode()).as(scheduled.asString()).isEqualTo(200);
        assertThat(scheduled.<Map<String, Object>>path("schedule"))
                .containsEntry("action", "publish")
                .containsEntry("at", at.toString())
                .containsEntry("revision", 1)
                .containsEntry("state", "pending")
                .containsEntry("scheduledBy", "Proba approver")
                .containsEntry("latenessMillis", null);
        assertThat(maxAge()).matches("public, max-age=[0-1]|public, max-age=0, no-cache");
        assertThat(publicStatus(draft)).isEqualTo(404);

        Await.until("the entry", () -> publicStatus(draft) == 200);
        Response done = EntryScheduleClient.awaitEnd(draft);
        assertThat(done.<String>path("schedule.state")).isEqualTo("done");
        assertThat(Instant.parse(done.path("schedule.endedAt"))).isAfterOrEqualTo(at);
        assertThat(done.<Integer>path("schedule.latenessMillis")).isBetween(0, 1000);
        assertThat(done.<String>path("publicSees")).isEqualTo("this-revision");
        assertThat(maxAge()).startsWith("public, max-age=60");
    }

    @Test
    void theAuditTrailNamesThePersonWhoScheduled() {
        EntryClient draft = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        EntryScheduleClient.publish(draft, EntryScheduleClient.after(Duration.ofMillis(300)));
        EntryScheduleClient.awaitEnd(draft);
        Response trail = Tokens.asAdmin().get("/editorial/v1/audit?entry=" + draft.id);
        assertThat(trail.<List<String>>path("data.action")).containsExactly("published", "scheduled", "saved");
        assertThat(trail.<String>path("data[0].actor.name")).isEqualTo("Proba approver");
        assertThat(trail.<String>path("data[0].details.schedule"))
                .isNotNull()
                .isEqualTo(trail.path("data[1].details.schedule"));
    }

    @Test
    void aLaterEditIsNotPublished() {
        String name = FamilySample.uniqueName();
        EntryClient draft = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content(name));
        EntryScheduleClient.publish(draft, EntryScheduleClient.after(SOON));
        draft.save(FamilySample.EVENT.content());
        EntryScheduleClient.awaitEnd(draft);
        assertThat(given().get(draft.publicPath() + "?lang=sr-Cyrl").<String>path("title"))
                .isEqualTo(name);
    }

    @Test
    void anEntryIsWithdrawnOnTime() {
        EntryClient draft = EntryClient.createPublished(FamilySample.EVENT, FamilySample.EVENT.content());
        assertThat(EntryScheduleClient.withdraw(draft, EntryScheduleClient.after(Duration.ofMillis(300)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(EntryScheduleClient.awaitEnd(draft).<String>path("schedule.state"))
                .isEqualTo("done");
        assertThat(publicStatus(draft)).isEqualTo(410);
    }

    @Test
    void aCancelledScheduleIsNotExecuted() {
        EntryClient draft = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        EntryScheduleClient.publish(draft, EntryScheduleClient.after(Duration.ofSeconds(1)));
        Response cancelled = EntryScheduleClient.cancel(draft);
        assertThat(cancelled.<String>path("schedule.state")).isEqualTo("cancelled");
        assertThat(cancelled.<Object>path("schedule.latenessMillis")).isNull();
        assertThat(maxAge()).startsWith("public, max-age=60");
        assertThat(EntryScheduleClient.cancel(draft).statusCode()).isEqualTo(404);

        // A schedule that falls due later is executed: the cancelled one has had its time.
        EntryClient other = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        EntryScheduleClient.publish(other, EntryScheduleClient.after(SOON));
        EntryScheduleClient.awaitEnd(other);
        assertThat(publicStatus(draft)).isEqualTo(404);
    }

    @Test
    void aSecondScheduleReplacesTheFirst() {
        EntryClient draft = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        EntryScheduleClient.publish(draft, EntryScheduleClient.after(EntryScheduleClient.LATER));
        Instant at = EntryScheduleClient.after(Duration.ofMillis(500));
        Response replaced = EntryScheduleClient.publish(draft, at);
        assertThat(replaced.<String>path("schedule.at")).isEqualTo(at.toString());
        assertThat(EntryScheduleClient.awaitEnd(draft).<String>path("schedule.at"))
                .isEqualTo(at.toString());
        assertThat(publicStatus(draft)).isEqualTo(200);
        assertThat(maxAge()).startsWith("public, max-age=60");
    }

    @Test
    void anEarlierRevisionDoesNotReplaceOneThatWasPublishedSince() {
        EntryClient draft = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        Instant at = EntryScheduleClient.after(SOON);
        EntryScheduleClient.publish(draft, at);
        draft.save(FamilySample.EVENT.content());
        draft.publish();

        Response failed = EntryScheduleClient.awaitEnd(draft);
        assertThat(failed.<Map<String, Object>>path("schedule"))
                .containsEntry("state", "failed")
                .containsEntry("failure", "stale-revision")
                .containsEntry("failedEntry", draft.id);
        assertThat(failed.<Integer>path("live.revision")).isEqualTo(2);
        assertThat(needsAttention(draft)).isTrue();
        assertThat(Tokens.asAdmin()
                        .get("/editorial/v1/audit?limit=1&entry=" + draft.id)
                        .<String>path("data[0].action"))
                .isEqualTo("schedule-failed");
        draft.save(FamilySample.EVENT.content());
        assertThat(needsAttention(draft)).isFalse();
    }

    @Test
    void anEntryWithdrawnSinceStaysWithdrawn() {
        EntryClient draft = EntryClient.createPublished(FamilySample.EVENT, FamilySample.EVENT.content());
        draft.save(FamilySample.EVENT.content());
        EntryScheduleClient.publish(draft, EntryScheduleClient.after(SOON));
        draft.withdraw("error");

        Response failed = EntryScheduleClient.awaitEnd(draft);
        assertThat(failed.<String>path("schedule.failure")).isEqualTo("withdrawn-meanwhile");
        assertThat(publicStatus(draft)).isEqualTo(410);
    }

    @Test
    void aWithdrawnEntryCanBeScheduledForPublication() {
        EntryClient draft = EntryClient.createPublished(FamilySample.EVENT, FamilySample.EVENT.content());
        draft.withdraw("error");
        EntryScheduleClient.publish(draft, EntryScheduleClient.after(Duration.ofMillis(300)));
        assertThat(EntryScheduleClient.awaitEnd(draft).<String>path("schedule.state"))
                .isEqualTo("done");
        assertThat(publicStatus(draft)).isEqualTo(200);
    }

    @Test
    void aWithdrawalBoundToARevisionLeavesALaterOneAlone() {
        EntryClient draft = EntryClient.createPublished(FamilySample.EVENT, FamilySample.EVENT.content());
        Instant at = EntryScheduleClient.after(SOON);
        Response bound = EntryScheduleClient.put(
                draft, "{'action': 'withdraw', 'reason': 'error', 'revision': 1, 'at': '" + at + "'}");
        assertThat(bound.<Integer>path("schedule.revision")).isEqualTo(1);
        draft.save(FamilySample.EVENT.content());
        draft.publish();
        assertThat(EntryScheduleClient.awaitEnd(draft).<String>path("schedule.failure"))
                .isEqualTo("stale-revision");
        assertThat(publicStatus(draft)).isEqualTo(200);
    }

    private static boolean needsAttention(EntryClient draft) {
        return EntryClient.editor()
                .get(EntryClient.BASE + draft.sample.family + "?attention=true&limit=100")
                .<List<String>>path("data.id")
                .contains(draft.id);
    }
}
