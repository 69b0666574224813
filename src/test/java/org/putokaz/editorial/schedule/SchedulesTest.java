package org.putokaz.editorial.schedule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.putokaz.editorial.Bundle;
import org.putokaz.editorial.Draft;
import org.putokaz.editorial.EveryFamily;
import org.putokaz.editorial.Later;
import org.putokaz.editorial.Sample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** What is to happen later happens then, to what was meant, and never as a surprise. */
@DatabaseTest
@TestProfile(Apart.class)
class SchedulesTest {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofHours(1);

    @AfterEach
    void clear() {
        Draft.clear();
    }

    private static String maxAge() {
        return given().get("/api/v1/history-events").header("Cache-Control");
    }

    private static int publicly(Draft draft) {
        return given().get(draft.publicPath()).statusCode();
    }

    @EveryFamily
    void itAppearsWithinASecondOfItsMomentAndNoCacheKeepsAnythingPastIt(Sample of) {
        Draft draft = Draft.begin(of, of.content());
        if (of.needsApproval) {
            draft.submit().approve();
        }
        Instant at = Later.in(SOON);
        Response scheduled = Later.publish(draft, at);
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

        Later.waitFor("the entry", () -> publicly(draft) == 200);
        Response done = Later.ended(draft);
        assertThat(done.<String>path("schedule.state")).isEqualTo("done");
        assertThat(Instant.parse(done.path("schedule.endedAt"))).isAfterOrEqualTo(at);
        assertThat(done.<Integer>path("schedule.latenessMillis")).isBetween(0, 1000);
        assertThat(done.<String>path("publicSees")).isEqualTo("this-revision");
        assertThat(maxAge()).startsWith("public, max-age=60");
    }

    @Test
    void theTrailNamesWhoSetTheMoment() {
        Draft draft = Draft.begin(Sample.EVENT, Sample.EVENT.content());
        Later.publish(draft, Later.in(Duration.ofMillis(300)));
        Later.ended(draft);
        Response trail = Tokens.asAdmin().get("/editorial/v1/audit?entry=" + draft.id);
        assertThat(trail.<List<String>>path("data.action")).containsExactly("published", "scheduled", "saved");
        assertThat(trail.<String>path("data[0].actor.name")).isEqualTo("Proba approver");
        assertThat(trail.<String>path("data[0].details.schedule"))
                .isNotNull()
                .isEqualTo(trail.path("data[1].details.schedule"));
    }

    @Test
    void aLaterEditDoesNotGoOut() {
        String name = Sample.newName();
        Draft draft = Draft.begin(Sample.EVENT, Sample.EVENT.content(name));
        Later.publish(draft, Later.in(SOON));
        draft.save(Sample.EVENT.content());
        Later.ended(draft);
        assertThat(given().get(draft.publicPath() + "?lang=sr-Cyrl").<String>path("title"))
                .isEqualTo(name);
    }

    @Test
    void itIsWithdrawnByItself() {
        Draft draft = Draft.published(Sample.EVENT, Sample.EVENT.content());
        assertThat(Later.withdraw(draft, Later.in(Duration.ofMillis(300))).statusCode())
                .isEqualTo(200);
        assertThat(Later.ended(draft).<String>path("schedule.state")).isEqualTo("done");
        assertThat(publicly(draft)).isEqualTo(410);
    }

    @Test
    void whatIsTakenBackDoesNotHappen() {
        Draft draft = Draft.begin(Sample.EVENT, Sample.EVENT.content());
        Later.publish(draft, Later.in(Duration.ofSeconds(1)));
        Response cancelled = Later.cancel(draft);
        assertThat(cancelled.<String>path("schedule.state")).isEqualTo("cancelled");
        assertThat(cancelled.<Object>path("schedule.latenessMillis")).isNull();
        assertThat(maxAge()).startsWith("public, max-age=60");
        assertThat(Later.cancel(draft).statusCode()).isEqualTo(404);

        // Another that is due after it goes out, and this one has not.
        Draft other = Draft.begin(Sample.EVENT, Sample.EVENT.content());
        Later.publish(other, Later.in(SOON));
        Later.ended(other);
        assertThat(publicly(draft)).isEqualTo(404);
    }

    @Test
    void anotherMomentTakesThePlaceOfTheFirst() {
        Draft draft = Draft.begin(Sample.EVENT, Sample.EVENT.content());
        Later.publish(draft, Later.in(LATER));
        Instant at = Later.in(Duration.ofMillis(500));
        Response replaced = Later.publish(draft, at);
        assertThat(replaced.<String>path("schedule.at")).isEqualTo(at.toString());
        assertThat(Later.ended(draft).<String>path("schedule.at")).isEqualTo(at.toString());
        assertThat(publicly(draft)).isEqualTo(200);
        assertThat(maxAge()).startsWith("public, max-age=60");
    }

    @Test
    void itDoesNotGoBackBehindWhatWasPublishedSince() {
        Draft draft = Draft.begin(Sample.EVENT, Sample.EVENT.content());
        Instant at = Later.in(SOON);
        Later.publish(draft, at);
        draft.save(Sample.EVENT.content());
        draft.publish();

        Response failed = Later.ended(draft);
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
        draft.save(Sample.EVENT.content());
        assertThat(needsAttention(draft)).isFalse();
    }

    @Test
    void whatWasWithdrawnSinceStaysWithdrawn() {
        Draft draft = Draft.published(Sample.EVENT, Sample.EVENT.content());
        draft.save(Sample.EVENT.content());
        Later.publish(draft, Later.in(SOON));
        draft.withdraw("error");

        Response failed = Later.ended(draft);
        assertThat(failed.<String>path("schedule.failure")).isEqualTo("withdrawn-meanwhile");
        assertThat(publicly(draft)).isEqualTo(410);
    }

    @Test
    void whatIsWithdrawnMayBeScheduledToComeBack() {
        Draft draft = Draft.published(Sample.EVENT, Sample.EVENT.content());
        draft.withdraw("error");
        Later.publish(draft, Later.in(Duration.ofMillis(300)));
        assertThat(Later.ended(draft).<String>path("schedule.state")).isEqualTo("done");
        assertThat(publicly(draft)).isEqualTo(200);
    }

    @Test
    void aWithdrawalBoundToARevisionLeavesALaterOneAlone() {
        Draft draft = Draft.published(Sample.EVENT, Sample.EVENT.content());
        Instant at = Later.in(SOON);
        Response bound =
                Later.put(draft, "{'action': 'withdraw', 'reason': 'error', 'revision': 1, 'at': '" + at + "'}");
        assertThat(bound.<Integer>path("schedule.revision")).isEqualTo(1);
        draft.save(Sample.EVENT.content());
        draft.publish();
        assertThat(Later.ended(draft).<String>path("schedule.failure")).isEqualTo("stale-revision");
        assertThat(publicly(draft)).isEqualTo(200);
    }

    @Test
    void aSetGoesOutByItselfAsOne() {
        Draft channel = Draft.begin(Sample.CHANNEL, Sample.CHANNEL.content());
        Draft guide = Draft.begin(Sample.GUIDE, Sample.GUIDE.naming(Sample.newName(), channel.id));
        Bundle set = Bundle.of(Bundle.publish(guide), Bundle.publish(channel));
        set.approve();
        Response scheduled = set.schedule(Later.in(SOON));
        assertThat(scheduled.statusCode()).as(scheduled.asString()).isEqualTo(200);
        assertThat(scheduled.<String>path("status")).isEqualTo("scheduled");
        assertThat(guide.get().<String>path("schedule.set")).isEqualTo(set.id);
        assertThat(List.of(
                        set.publish().statusCode(),
                        set.cancel().statusCode(),
                        set.put(Bundle.body("Друго", Bundle.publish(channel))).statusCode()))
                .as("what somebody has let go is not changed under their hands")
                .containsOnly(409);

        Later.waitFor("the set", () -> "published".equals(set.get().<String>path("status")));
        assertThat(List.of(publicly(channel), publicly(guide))).containsOnly(200);
        assertThat(set.get().<String>path("schedule.state")).isEqualTo("done");
        assertThat(channel.get().<String>path("schedule.state")).isEqualTo("done");
        guide.get();
    }

    @Test
    void aSetThatCouldNotGoOutSaysWhyAndCanBeMended() {
        Draft fine = Draft.begin(Sample.EVENT, Sample.EVENT.content());
        Draft bad = Draft.begin(Sample.EVENT, Sample.EVENT.content());
        Bundle set = Bundle.of(Bundle.publish(fine), Bundle.publish(bad));
        set.schedule(Later.in(SOON));
        bad.save(Sample.EVENT.content());
        bad.publish();

        Later.waitFor("the set", () -> "failed".equals(set.get().<String>path("status")));
        assertThat(set.get().<Map<String, Object>>path("schedule"))
                .containsEntry("state", "failed")
                .containsEntry("failure", "stale-revision")
                .containsEntry("failedEntry", bad.id);
        assertThat(publicly(fine)).isEqualTo(404);
        assertThat(needsAttention(fine)).isTrue();
        assertThat(set.put(Bundle.body("Исправљено", Bundle.publish(fine))).<String>path("status"))
                .isEqualTo("open");
        assertThat(set.publish().<String>path("status")).isEqualTo("published");
        assertThat(needsAttention(fine)).isFalse();
    }

    @Test
    void aSetIsTakenBackAndOpenAgain() {
        Draft event = Draft.begin(Sample.EVENT, Sample.EVENT.content());
        Bundle set = Bundle.of(Bundle.publish(event));
        set.schedule(Later.in(LATER));
        set.schedule(Later.in(LATER.plusHours(1)));
        Response back = set.unschedule();
        assertThat(back.<String>path("status")).isEqualTo("open");
        assertThat(back.<String>path("schedule.state")).isEqualTo("cancelled");
        assertThat(set.unschedule().statusCode()).isEqualTo(404);
        assertThat(maxAge()).startsWith("public, max-age=60");
    }

    private static boolean needsAttention(Draft draft) {
        return Draft.editor()
                .get(Draft.BASE + draft.of.family + "?attention=true&limit=100")
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
        Draft draft = Draft.begin(Sample.EVENT, Sample.EVENT.content());
        Response refused = Later.put(draft, body.replace("'T'", "'" + Later.in(LATER) + "'"));
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
        assertThat(refused.<List<String>>path("violations.pointer")).contains(pointer);
        assertThat(refused.<List<String>>path("violations.code")).contains(code);
        assertThat(draft.get().<Object>path("schedule")).isNull();
    }

    @Test
    void whatCouldNotBePublishedNowIsNotScheduled() {
        Draft unapproved = Draft.begin(Sample.CHANNEL, Sample.CHANNEL.content());
        Response conflict = Later.publish(unapproved, Later.in(LATER));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.<String>path("detail")).isNotBlank();
        assertThat(Later.withdraw(unapproved, Later.in(LATER)).statusCode()).isEqualTo(409);

        Draft incomplete = Draft.begin(Sample.EVENT, "{'title': {'sr-Cyrl': 'Проба'}}");
        Response refused = Later.publish(incomplete, Later.in(LATER));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.pointer")).contains("/content/date");

        Draft homoglyph = Draft.begin(Sample.EVENT, Sample.EVENT.content("Пробa"));
        assertThat(Later.publish(homoglyph, Later.in(LATER)).<List<String>>path("violations.code"))
                .contains("mixed-script");
    }

    @Test
    void onlyApproversWhoHaveSeenItSetTheMoment() {
        Draft draft = Draft.begin(Sample.EVENT, Sample.EVENT.content());
        String body = "{'action': 'publish', 'at': '" + Later.in(LATER) + "'}";
        String path = draft.path() + "/schedule";
        assertThat(Bundle.json(Draft.editor().header("If-Match", draft.tag), body)
                        .put(path)
                        .statusCode())
                .isEqualTo(403);
        assertThat(Draft.editor().header("If-Match", draft.tag).delete(path).statusCode())
                .isEqualTo(403);
        assertThat(Bundle.json(Draft.approver(), body).put(path).statusCode()).isEqualTo(428);
        assertThat(Draft.approver().delete(path).statusCode()).isEqualTo(428);
        draft.tag = "\"99\"";
        assertThat(Later.put(draft, body).statusCode()).isEqualTo(412);
        assertThat(Bundle.json(Tokens.as(Role.APPROVER).header("If-Match", "\"1\""), body)
                        .put(Draft.BASE + "history-events/" + Sample.unknownId() + "/schedule")
                        .statusCode())
                .isEqualTo(404);
    }
}
