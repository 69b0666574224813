package org.putokaz.editorial.schedule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EntryScheduleClient;
import org.putokaz.editorial.fixture.EveryFamilyTest;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is to happen later happens then, to what was meant, and never as a surprise. */
@DatabaseTest
@TestProfile(Apart.class)
class SchedulesTest {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofHours(1);

    @AfterEach
    void clear() {
        EntryClient.withdrawAllPublished();
    }

    private static String maxAge() {
        return given().get("/api/v1/history-events").header("Cache-Control");
    }

    private static int publicly(EntryClient draft) {
        return given().get(draft.publicPath()).statusCode();
    }

    @EveryFamilyTest
    void itAppearsWithinASecondOfItsMomentAndNoCacheKeepsAnythingPastIt(FamilySample of) {
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
        assertThat(maxAge()).matches("public, max-age=[0-2]|public, max-age=0, no-cache");
        assertThat(publicly(draft)).isEqualTo(404);

        EntryScheduleClient.await("the entry", () -> publicly(draft) == 200);
        Response done = EntryScheduleClient.awaitEnd(draft);
        assertThat(done.<String>path("schedule.state")).isEqualTo("done");
        assertThat(Instant.parse(done.path("schedule.endedAt"))).isAfterOrEqualTo(at);
        assertThat(done.<Integer>path("schedule.latenessMillis")).isBetween(0, 1000);
        assertThat(done.<String>path("publicSees")).isEqualTo("this-revision");
        assertThat(maxAge()).startsWith("public, max-age=60");
    }

    @Test
    void theTrailNamesWhoSetTheMoment() {
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
    void aLaterEditDoesNotGoOut() {
        String name = FamilySample.uniqueName();
        EntryClient draft = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content(name));
        EntryScheduleClient.publish(draft, EntryScheduleClient.after(SOON));
        draft.save(FamilySample.EVENT.content());
        EntryScheduleClient.awaitEnd(draft);
        assertThat(given().get(draft.publicPath() + "?lang=sr-Cyrl").<String>path("title"))
                .isEqualTo(name);
    }

    @Test
    void itIsWithdrawnByItself() {
        EntryClient draft = EntryClient.createPublished(FamilySample.EVENT, FamilySample.EVENT.content());
        assertThat(EntryScheduleClient.withdraw(draft, EntryScheduleClient.after(Duration.ofMillis(300))).statusCode())
                .isEqualTo(200);
        assertThat(EntryScheduleClient.awaitEnd(draft).<String>path("schedule.state")).isEqualTo("done");
        assertThat(publicly(draft)).isEqualTo(410);
    }

    @Test
    void whatIsTakenBackDoesNotHappen() {
        EntryClient draft = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        EntryScheduleClient.publish(draft, EntryScheduleClient.after(Duration.ofSeconds(1)));
        Response cancelled = EntryScheduleClient.cancel(draft);
        assertThat(cancelled.<String>path("schedule.state")).isEqualTo("cancelled");
        assertThat(cancelled.<Object>path("schedule.latenessMillis")).isNull();
        assertThat(maxAge()).startsWith("public, max-age=60");
        assertThat(EntryScheduleClient.cancel(draft).statusCode()).isEqualTo(404);

        // Another that is due after it goes out, and this one has not.
        EntryClient other = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        EntryScheduleClient.publish(other, EntryScheduleClient.after(SOON));
        EntryScheduleClient.awaitEnd(other);
        assertThat(publicly(draft)).isEqualTo(404);
    }

    @Test
    void anotherMomentTakesThePlaceOfTheFirst() {
        EntryClient draft = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        EntryScheduleClient.publish(draft, EntryScheduleClient.after(LATER));
        Instant at = EntryScheduleClient.after(Duration.ofMillis(500));
        Response replaced = EntryScheduleClient.publish(draft, at);
        assertThat(replaced.<String>path("schedule.at")).isEqualTo(at.toString());
        assertThat(EntryScheduleClient.awaitEnd(draft).<String>path("schedule.at")).isEqualTo(at.toString());
        assertThat(publicly(draft)).isEqualTo(200);
        assertThat(maxAge()).startsWith("public, max-age=60");
    }

    @Test
    void itDoesNotGoBackBehindWhatWasPublishedSince() {
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
    void whatWasWithdrawnSinceStaysWithdrawn() {
        EntryClient draft = EntryClient.createPublished(FamilySample.EVENT, FamilySample.EVENT.content());
        draft.save(FamilySample.EVENT.content());
        EntryScheduleClient.publish(draft, EntryScheduleClient.after(SOON));
        draft.withdraw("error");

        Response failed = EntryScheduleClient.awaitEnd(draft);
        assertThat(failed.<String>path("schedule.failure")).isEqualTo("withdrawn-meanwhile");
        assertThat(publicly(draft)).isEqualTo(410);
    }

    @Test
    void whatIsWithdrawnMayBeScheduledToComeBack() {
        EntryClient draft = EntryClient.createPublished(FamilySample.EVENT, FamilySample.EVENT.content());
        draft.withdraw("error");
        EntryScheduleClient.publish(draft, EntryScheduleClient.after(Duration.ofMillis(300)));
        assertThat(EntryScheduleClient.awaitEnd(draft).<String>path("schedule.state")).isEqualTo("done");
        assertThat(publicly(draft)).isEqualTo(200);
    }

    @Test
    void aWithdrawalBoundToARevisionLeavesALaterOneAlone() {
        EntryClient draft = EntryClient.createPublished(FamilySample.EVENT, FamilySample.EVENT.content());
        Instant at = EntryScheduleClient.after(SOON);
        Response bound =
                EntryScheduleClient.put(draft, "{'action': 'withdraw', 'reason': 'error', 'revision': 1, 'at': '" + at + "'}");
        assertThat(bound.<Integer>path("schedule.revision")).isEqualTo(1);
        draft.save(FamilySample.EVENT.content());
        draft.publish();
        assertThat(EntryScheduleClient.awaitEnd(draft).<String>path("schedule.failure")).isEqualTo("stale-revision");
        assertThat(publicly(draft)).isEqualTo(200);
    }

    @Test
    void aSetGoesOutByItselfAsOne() {
        EntryClient channel = EntryClient.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content());
        EntryClient guide = EntryClient.create(FamilySample.GUIDE, FamilySample.GUIDE.contentReferencing(FamilySample.uniqueName(), channel.id));
        PublishingSetClient set = PublishingSetClient.create(PublishingSetClient.publish(guide), PublishingSetClient.publish(channel));
        set.approve();
        Response scheduled = set.schedule(EntryScheduleClient.after(SOON));
        assertThat(scheduled.statusCode()).as(scheduled.asString()).isEqualTo(200);
        assertThat(scheduled.<String>path("status")).isEqualTo("scheduled");
        assertThat(guide.get().<String>path("schedule.set")).isEqualTo(set.id);
        assertThat(List.of(
                        set.publish().statusCode(),
                        set.cancel().statusCode(),
                        set.put(PublishingSetClient.body("Друго", PublishingSetClient.publish(channel))).statusCode()))
                .as("what somebody has let go is not changed under their hands")
                .containsOnly(409);

        EntryScheduleClient.await("the set", () -> "published".equals(set.get().<String>path("status")));
        assertThat(List.of(publicly(channel), publicly(guide))).containsOnly(200);
        assertThat(set.get().<String>path("schedule.state")).isEqualTo("done");
        assertThat(channel.get().<String>path("schedule.state")).isEqualTo("done");
        guide.get();
    }

    @Test
    void aSetThatCouldNotGoOutSaysWhyAndCanBeMended() {
        EntryClient fine = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        EntryClient bad = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        PublishingSetClient set = PublishingSetClient.create(PublishingSetClient.publish(fine), PublishingSetClient.publish(bad));
        set.schedule(EntryScheduleClient.after(SOON));
        bad.save(FamilySample.EVENT.content());
        bad.publish();

        EntryScheduleClient.await("the set", () -> "failed".equals(set.get().<String>path("status")));
        assertThat(set.get().<Map<String, Object>>path("schedule"))
                .containsEntry("state", "failed")
                .containsEntry("failure", "stale-revision")
                .containsEntry("failedEntry", bad.id);
        assertThat(publicly(fine)).isEqualTo(404);
        assertThat(needsAttention(fine)).isTrue();
        assertThat(set.put(PublishingSetClient.body("Исправљено", PublishingSetClient.publish(fine))).<String>path("status"))
                .isEqualTo("open");
        assertThat(set.publish().<String>path("status")).isEqualTo("published");
        assertThat(needsAttention(fine)).isFalse();
    }

    @Test
    void aSetIsTakenBackAndOpenAgain() {
        EntryClient event = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        PublishingSetClient set = PublishingSetClient.create(PublishingSetClient.publish(event));
        set.schedule(EntryScheduleClient.after(LATER));
        set.schedule(EntryScheduleClient.after(LATER.plusHours(1)));
        Response back = set.unschedule();
        assertThat(back.<String>path("status")).isEqualTo("open");
        assertThat(back.<String>path("schedule.state")).isEqualTo("cancelled");
        assertThat(set.unschedule().statusCode()).isEqualTo(404);
        assertThat(maxAge()).startsWith("public, max-age=60");
    }

    private static boolean needsAttention(EntryClient draft) {
        return EntryClient.editor()
                .get(EntryClient.BASE + draft.sample.family + "?attention=true&limit=100")
                .<List<String>>path("data.id")
                .contains(draft.id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | /action | required",
                "{'action': 'publish'} | 400 | /at | required",
                "{'action': 'publish', 'at': 'sutra'} | 400 | /at | not-a-moment",
                "{'action': 'hide', 'at': 'T'} | 400 | /action | wrong-type",
                "{'action': 'withdraw', 'at': 'T'} | 400 | /reason | required",
                "{'action': 'publish', 'reason': 'error', 'at': 'T'} | 400 | /reason | only-when-withdrawing",
                "{'action': 'publish', 'at': 'T', 'slug': 'x'} | 400 | /slug | unknown-field",
                "{'action': 'publish', 'revision': '1', 'at': 'T'} | 400 | /revision | wrong-type",
                "{'action': 'publish', 'revision': 9, 'at': 'T'} | 422 | /revision | no-such-revision",
                "{'action': 'publish', 'at': '2001-01-01T00:00:00Z'} | 422 | /at | moment-past",
                "{'action': 'publish', 'at': '2101-01-01T00:00:00Z'} | 422 | /at | moment-too-far"
            })
    void whatCannotBeScheduledIsRefusedByItsPlace(String body, int status, String pointer, String code) {
        EntryClient draft = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        Response refused = EntryScheduleClient.put(draft, body.replace("'T'", "'" + EntryScheduleClient.after(LATER) + "'"));
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
        assertThat(refused.<List<String>>path("violations.pointer")).contains(pointer);
        assertThat(refused.<List<String>>path("violations.code")).contains(code);
        assertThat(draft.get().<Object>path("schedule")).isNull();
    }

    @Test
    void whatCouldNotBePublishedNowIsNotScheduled() {
        EntryClient unapproved = EntryClient.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content());
        Response conflict = EntryScheduleClient.publish(unapproved, EntryScheduleClient.after(LATER));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.<String>path("detail")).isNotBlank();
        assertThat(EntryScheduleClient.withdraw(unapproved, EntryScheduleClient.after(LATER)).statusCode()).isEqualTo(409);

        EntryClient incomplete = EntryClient.create(FamilySample.EVENT, "{'title': {'sr-Cyrl': 'Проба'}}");
        Response refused = EntryScheduleClient.publish(incomplete, EntryScheduleClient.after(LATER));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.pointer")).contains("/content/date");

        EntryClient homoglyph = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content("Пробa"));
        assertThat(EntryScheduleClient.publish(homoglyph, EntryScheduleClient.after(LATER)).<List<String>>path("violations.code"))
                .contains("mixed-script");
    }

    @Test
    void onlyApproversWhoHaveSeenItSetTheMoment() {
        EntryClient draft = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        String body = "{'action': 'publish', 'at': '" + EntryScheduleClient.after(LATER) + "'}";
        String path = draft.path() + "/schedule";
        assertThat(PublishingSetClient.json(EntryClient.editor().header("If-Match", draft.tag), body)
                        .put(path)
                        .statusCode())
                .isEqualTo(403);
        assertThat(EntryClient.editor().header("If-Match", draft.tag).delete(path).statusCode())
                .isEqualTo(403);
        assertThat(PublishingSetClient.json(EntryClient.approver(), body).put(path).statusCode()).isEqualTo(428);
        assertThat(EntryClient.approver().delete(path).statusCode()).isEqualTo(428);
        draft.tag = "\"99\"";
        assertThat(EntryScheduleClient.put(draft, body).statusCode()).isEqualTo(412);
        assertThat(PublishingSetClient.json(Tokens.as(Role.APPROVER).header("If-Match", "\"1\""), body)
                        .put(EntryClient.BASE + "history-events/" + FamilySample.unknownId() + "/schedule")
                        .statusCode())
                .isEqualTo(404);
    }
}
