package org.putokaz.editorial.set;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.editorial.Bundle;
import org.putokaz.editorial.Draft;
import org.putokaz.editorial.Later;
import org.putokaz.editorial.Sample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** All of a set goes out, or none of it. */
@DatabaseTest
@TestProfile(Apart.class)
class PublishingSetsTest {

    private final List<Draft> used = new ArrayList<>();

    @AfterEach
    void clear() {
        // Guides first: a channel that one of them names stays.
        Collections.reverse(used);
        used.forEach(Draft::get);
        Draft.clear();
    }

    private Draft begin(Sample of, String content) {
        Draft draft = Draft.begin(of, content);
        used.add(draft);
        return draft;
    }

    private Draft approved(Sample of, String content) {
        return begin(of, content).submit().approve();
    }

    private static int publicly(Draft draft) {
        return given().get(draft.publicPath()).statusCode();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aChannelAndTheGuideThatNamesItGoOutAsOneInEitherOrder(boolean channelFirst) {
        Draft channel = approved(Sample.CHANNEL, Sample.CHANNEL.content());
        Draft guide = approved(Sample.GUIDE, Sample.GUIDE.naming(Sample.newName(), channel.id));
        Bundle set = channelFirst
                ? Bundle.of(Bundle.publish(channel), Bundle.publish(guide))
                : Bundle.of(Bundle.publish(guide), Bundle.publish(channel));
        assertThat(set.get().<Boolean>path("publishable.ok")).isTrue();
        assertThat(guide.get().<Boolean>path("publishable.ok")).as("alone").isFalse();

        Response published = set.publish();
        assertThat(published.statusCode()).as(published.asString()).isEqualTo(200);
        assertThat(published.<String>path("status")).isEqualTo("published");
        assertThat(published.<String>path("publishedAt")).isNotNull();
        assertThat(published.<Object>path("publishable")).isNull();
        assertThat(published.<List<String>>path("members.publicSees")).containsOnly("this-revision");
        assertThat(List.of(publicly(channel), publicly(guide))).containsOnly(200);
        int first = channel.get().path("live.position");
        int second = guide.get().path("live.position");
        assertThat(Math.abs(first - second)).as("nothing came between them").isLessThanOrEqualTo(1);
    }

    @Test
    void oneBadMemberStopsAll() {
        Draft good = begin(Sample.EVENT, Sample.EVENT.content());
        Draft bad = begin(Sample.EVENT, "{'title': {'sr-Cyrl': 'Проба'}}");
        Bundle set = Bundle.of(Bundle.publish(good), Bundle.publish(bad));
        assertThat(set.get().<Boolean>path("publishable.ok")).isFalse();
        assertThat(set.get().<List<String>>path("publishable.errors.pointer")).contains("/members/1/content/date");

        Response refused = set.publish();
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.pointer"))
                .contains("/members/1/content/date")
                .allMatch(pointer -> pointer.startsWith("/members/1/"));
        assertThat(publicly(good)).isEqualTo(404);
        assertThat(set.get().<String>path("status")).isEqualTo("open");
        assertThat(good.get().<String>path("publicSees")).isEqualTo("nothing");
    }

    @Test
    void whatIsNotApprovedStopsAllAndIsNamed() {
        Draft ready = approved(Sample.CHANNEL, Sample.CHANNEL.content());
        Draft draft = begin(Sample.CHANNEL, Sample.CHANNEL.content());
        Bundle set = Bundle.of(Bundle.publish(ready), Bundle.publish(draft));
        assertThat(set.get().<List<Boolean>>path("members.approved")).containsExactly(true, false);
        assertThat(set.get().<List<String>>path("members.obstacle")).containsExactly(null, "not-approved");

        Response refused = set.publish();
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<List<String>>path("violations.pointer")).containsExactly("/members/1");
        assertThat(refused.<List<String>>path("violations.code")).containsExactly("not-approved");
        assertThat(publicly(ready)).isEqualTo(404);
    }

    @Test
    void whatIsOverStaysAsItIs() {
        Draft event = begin(Sample.EVENT, Sample.EVENT.content());
        Bundle published = Bundle.of(Bundle.publish(event));
        assertThat(published.publish().statusCode()).isEqualTo(200);
        Bundle cancelled = Bundle.of(Bundle.publish(event));
        assertThat(cancelled.cancel().<String>path("status")).isEqualTo("cancelled");

        for (Bundle over : List.of(published, cancelled)) {
            assertThat(List.of(
                            over.publish().statusCode(),
                            over.put(Bundle.body("Друго", Bundle.publish(event)))
                                    .statusCode(),
                            over.cancel().statusCode(),
                            over.approve().statusCode(),
                            over.schedule(Later.in(Later.PATIENCE)).statusCode()))
                    .containsOnly(409);
            assertThat(over.unschedule().statusCode()).isEqualTo(404);
            assertThat(over.get().<String>path("name")).isEqualTo("Проба скупа");
        }
    }

    @Test
    void aLaterEditDoesNotGoOut() {
        String name = Sample.newName();
        Draft event = begin(Sample.EVENT, Sample.EVENT.content(name));
        Bundle set = Bundle.of(Bundle.publish(event));
        event.save(Sample.EVENT.content());
        assertThat(set.get().<Integer>path("members[0].revision")).isEqualTo(1);
        assertThat(set.get().<Integer>path("members[0].newestRevision")).isEqualTo(2);

        assertThat(set.publish().statusCode()).isEqualTo(200);
        assertThat(given().get(event.publicPath() + "?lang=sr-Cyrl").<String>path("title"))
                .isEqualTo(name);
        assertThat(event.get().<String>path("publicSees")).isEqualTo("earlier-revision");
    }

    @Test
    void oneGoesAndAnotherTakesItsPlace() {
        Draft old = begin(Sample.UNIT, Sample.UNIT.content());
        old.publish();
        Draft next = begin(Sample.UNIT, Sample.UNIT.content());
        Bundle set = Bundle.of(
                "{'entry': '" + old.id + "', 'action': 'withdraw', 'reason': 'replaced', 'replacedBy': '" + next.id
                        + "', 'importance': 'minor'}",
                Bundle.publish(next));
        assertThat(set.publish().statusCode()).isEqualTo(200);
        Response gone = given().get(old.publicPath());
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.<String>path("replacedBy.id")).isEqualTo(next.id);
    }

    @Test
    void onePersonApprovesAllThatWaitsForIt() {
        Draft submitted = begin(Sample.CHANNEL, Sample.CHANNEL.content()).submit();
        Draft draft = begin(Sample.GUIDE, Sample.GUIDE.content());
        Draft event = begin(Sample.EVENT, Sample.EVENT.content());
        Bundle set = Bundle.of(Bundle.publish(submitted), Bundle.publish(draft), Bundle.publish(event));
        String before = set.tag;

        Response approved = set.approve();
        assertThat(approved.statusCode()).as(approved.asString()).isEqualTo(200);
        assertThat(approved.<List<String>>path("members.stage")).containsExactly("approved", "approved", "draft");
        assertThat(approved.<List<Boolean>>path("members.needsApproval")).containsExactly(true, true, false);
        assertThat(set.tag).isNotEqualTo(before);
        assertThat(set.publish().statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyApprovesTheirOwnWorkAmongOthers() {
        Draft others = begin(Sample.CHANNEL, Sample.CHANNEL.content());
        Draft own = Draft.made(
                Sample.CHANNEL, Draft.post(Sample.CHANNEL, Draft.wrapped(Sample.CHANNEL.content()), Draft.approver()));
        used.add(own);
        Bundle set = Bundle.of(Bundle.publish(others), Bundle.publish(own));

        Response refused = set.approve();
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.<List<String>>path("violations.pointer")).containsExactly("/members/1");
        assertThat(refused.<List<String>>path("violations.code")).containsExactly("own-work");
        assertThat(others.get().<String>path("status")).isEqualTo("draft");
        assertThat(set.approve(Tokens.as(Role.ADMIN)).statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasEditedSinceOrSentBackIsNotApprovedUnseen() {
        Draft edited = begin(Sample.CHANNEL, Sample.CHANNEL.content());
        Draft sentBack =
                begin(Sample.CHANNEL, Sample.CHANNEL.content()).submit().reject();
        Draft fine = begin(Sample.CHANNEL, Sample.CHANNEL.content());
        Bundle set = Bundle.of(Bundle.publish(edited), Bundle.publish(sentBack), Bundle.publish(fine));
        edited.save(Sample.CHANNEL.content());

        Response refused = set.approve();
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<List<String>>path("violations.code")).containsExactly("edited-since", "was-rejected");
        assertThat(fine.get().<String>path("status")).isEqualTo("draft");
    }

    @Test
    void changingASetBindsItsMembersAnew() {
        Draft event = begin(Sample.EVENT, Sample.EVENT.content());
        Bundle set = Bundle.of(Bundle.publish(event, ", 'note': {'sr-Cyrl': 'Прва.'}"));
        event.save(Sample.EVENT.content());
        Response changed = set.put(Bundle.body("Други назив", Bundle.publish(event)));
        assertThat(changed.<String>path("name")).isEqualTo("Други назив");
        assertThat(changed.<Integer>path("members[0].revision")).isEqualTo(2);
        assertThat(changed.<Object>path("members[0].note")).isNull();
    }

    @Test
    void whatIsWithdrawnForSafetyNeverGoesOutAndNothingIsSaidOfIt() {
        String word = Sample.word();
        Draft event = begin(Sample.EVENT, Sample.EVENT.content());
        event.publish();
        event.save(Sample.EVENT.content());
        Bundle set = Bundle.of(Bundle.publish(event, ", 'note': {'sr-Cyrl': '" + word + "'}"));
        assertThat(set.get().asString()).contains(word);
        event.withdraw("safety");

        Response shown = set.get();
        assertThat(shown.asString()).doesNotContain(word);
        assertThat(shown.<String>path("members[0].obstacle")).isEqualTo("revision-redacted");
        assertThat(shown.<Object>path("members[0].name")).isNull();
        Response refused = set.publish();
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("violations[0].code")).isEqualTo("revision-redacted");
        Response again = Bundle.post(Bundle.body("Опет", Bundle.publish(event)));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.<String>path("violations[0].pointer")).isEqualTo("/members/0/revision");
    }

    @Test
    void theListCanBeReadPageByPageAndByStatus() {
        Draft event = begin(Sample.EVENT, Sample.EVENT.content());
        Bundle first = Bundle.of(Bundle.publish(event));
        Bundle second = Bundle.of(Bundle.publish(event));
        Bundle.of(Bundle.publish(event)).cancel();
        Response page = Draft.editor().get(Bundle.SETS + "?status=open&limit=1");
        assertThat(page.<List<String>>path("data.id")).containsExactly(second.id);
        assertThat(page.<Integer>path("data[0].members")).isEqualTo(1);
        Response next = Draft.editor()
                .queryParam("cursor", page.<String>path("page.next"))
                .get(Bundle.SETS + "?status=open&limit=1");
        assertThat(next.<List<String>>path("data.id")).containsExactly(first.id);
        assertThat(Draft.editor()
                        .queryParam("cursor", page.<String>path("page.next"))
                        .get(Bundle.SETS + "?limit=1")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aSetThatIsSentTwiceIsMadeOnce() {
        Draft event = begin(Sample.EVENT, Sample.EVENT.content());
        String body = Bundle.body("Једном", Bundle.publish(event));
        String key = Sample.slug(Sample.newName());
        Response once = Bundle.post(body, Draft.editor().header("Idempotency-Key", key));
        Response twice = Bundle.post(body, Draft.editor().header("Idempotency-Key", key));
        assertThat(once.header("Location")).isEqualTo(Bundle.SETS + "/" + once.path("id"));
        assertThat(twice.<String>path("id")).isEqualTo(once.path("id"));
        assertThat(Bundle.post(body.replace("Једном", "Двапут"), Draft.editor().header("Idempotency-Key", key))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void theTrailSaysWhoLetWhatOutTogether() {
        Draft event = begin(Sample.EVENT, Sample.EVENT.content());
        Draft channel = begin(Sample.CHANNEL, Sample.CHANNEL.content());
        Bundle set = Bundle.of(Bundle.publish(event), Bundle.publish(channel));
        set.approve();
        set.publish();
        Response trail = Tokens.asAdmin().get("/editorial/v1/audit?limit=10");
        List<Map<String, Object>> ofSet = new ArrayList<>(trail.<List<Map<String, Object>>>path("data"));
        ofSet.removeIf(line -> !set.id.equals(((Map<?, ?>) line.get("details")).get("set")));
        assertThat(ofSet)
                .extracting(line -> String.valueOf(line.get("action")))
                .containsExactly("set-published", "published", "published", "approved", "set-created");
        assertThat(ofSet)
                .extracting(line -> (String) ((Map<?, ?>) line.get("actor")).get("name"))
                .containsExactly(
                        "Proba approver", "Proba approver", "Proba approver", "Proba approver", "Proba editor");
        assertThat(Tokens.asAdmin().get("/editorial/v1/audit/verify").<Boolean>path("ok"))
                .isTrue();
    }
}
