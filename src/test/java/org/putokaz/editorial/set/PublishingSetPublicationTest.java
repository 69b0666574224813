package org.putokaz.editorial.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.editorial.fixture.SetMembers;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Tokens;

/** A publishing set is published as a whole or not at all. */
@DatabaseTest
@TestProfile(Apart.class)
class PublishingSetPublicationTest {

    private final SetMembers used = new SetMembers();

    @AfterEach
    void clear() {
        used.withdrawPublished();
    }

    private EntryClient approved(FamilySample of, String content) {
        return used.create(of, content).submit().approve();
    }

    private static int publicStatus(EntryClient draft) {
        return given().get(draft.publicPath()).statusCode();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aChannelAndTheGuideThatNamesItArePublishedTogetherInEitherOrder(boolean channelFirst) {
        EntryClient channel = approved(FamilySample.CHANNEL, FamilySample.CHANNEL.content());
        EntryClient guide = approved(
                FamilySample.GUIDE, FamilySample.GUIDE.contentReferencing(FamilySample.uniqueName(), channel.id));
        PublishingSetClient set = channelFirst
                ? PublishingSetClient.create(PublishingSetClient.publish(channel), PublishingSetClient.publish(guide))
                : PublishingSetClient.create(PublishingSetClient.publish(guide), PublishingSetClient.publish(channel));
        assertThat(set.get().<Boolean>path("publishable.ok")).isTrue();
        assertThat(guide.get().<Boolean>path("publishable.ok")).as("alone").isFalse();

        Response published = set.publish();
        assertThat(published.statusCode()).as(published.asString()).isEqualTo(200);
        assertThat(published.<String>path("status")).isEqualTo("published");
        assertThat(published.<String>path("publishedAt")).isNotNull();
        assertThat(published.<Object>path("publishable")).isNull();
        assertThat(published.<List<String>>path("members.publicSees")).containsOnly("this-revision");
        assertThat(List.of(publicStatus(channel), publicStatus(guide))).containsOnly(200);
        int first = channel.get().path("live.position");
        int second = guide.get().path("live.position");
        assertThat(Math.abs(first - second)).as("nothing came between them").isLessThanOrEqualTo(1);
    }

    @Test
    void oneBadMemberStopsAll() {
        EntryClient good = used.create(FamilySample.EVENT, FamilySample.EVENT.content());
        EntryClient bad = used.create(FamilySample.EVENT, "{'title': {'sr-Cyrl': 'Проба'}}");
        PublishingSetClient set =
                PublishingSetClient.create(PublishingSetClient.publish(good), PublishingSetClient.publish(bad));
        assertThat(set.get().<Boolean>path("publishable.ok")).isFalse();
        assertThat(set.get().<List<String>>path("publishable.errors.pointer")).contains("/members/1/content/date");
        assertThat(set.get().<List<String>>path("publishable.errors.about.id")).containsOnly(bad.id);
        assertThat(set.get().<String>path("publishable.errors[0].about.family")).isEqualTo("history-events");
        assertThat(set.get().<String>path("publishable.errors[0].about.slug"))
                .isEqualTo(bad.get().path("slug"));
        assertThat(bad.get().<Object>path("publishable.errors[0].about")).isNull();

        Response refused = set.publish();
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.pointer"))
                .contains("/members/1/content/date")
                .allMatch(pointer -> pointer.startsWith("/members/1/"));
        assertThat(publicStatus(good)).isEqualTo(404);
        assertThat(set.get().<String>path("status")).isEqualTo("open");
        assertThat(good.get().<String>path("publicSees")).isEqualTo("nothing");
    }

    @Test
    void whatIsNotApprovedStopsAllAndIsNamed() {
        EntryClient ready = approved(FamilySample.CHANNEL, FamilySample.CHANNEL.content());
        EntryClient draft = used.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content());
        PublishingSetClient set =
                PublishingSetClient.create(PublishingSetClient.publish(ready), PublishingSetClient.publish(draft));
        assertThat(set.get().<List<Boolean>>path("members.approved")).containsExactly(true, false);
        assertThat(set.get().<List<String>>path("members.obstacle")).containsExactly(null, "not-approved");

        Response refused = set.publish();
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<List<String>>path("violations.pointer")).containsExactly("/members/1");
        assertThat(refused.<List<String>>path("violations.code")).containsExactly("not-approved");
        assertThat(refused.<List<String>>path("entries.slug"))
                .containsExactly(draft.get().<String>path("slug"));
        assertThat(publicStatus(ready)).isEqualTo(404);
    }

    @Test
    void aLaterEditIsNotPublished() {
        String name = FamilySample.uniqueName();
        EntryClient event = used.create(FamilySample.EVENT, FamilySample.EVENT.content(name));
        PublishingSetClient set = PublishingSetClient.create(PublishingSetClient.publish(event));
        event.save(FamilySample.EVENT.content());
        assertThat(set.get().<Integer>path("members[0].revision")).isEqualTo(1);
        assertThat(set.get().<Integer>path("members[0].newestRevision")).isEqualTo(2);

        assertThat(set.publish().statusCode()).isEqualTo(200);
        assertThat(given().get(event.publicPath() + "?lang=sr-Cyrl").<String>path("title"))
                .isEqualTo(name);
        assertThat(event.get().<String>path("publicSees")).isEqualTo("earlier-revision");
    }

    @Test
    void oneMemberIsWithdrawnAndAnotherReplacesIt() {
        EntryClient old = used.create(FamilySample.UNIT, FamilySample.UNIT.content());
        old.publish();
        EntryClient next = used.create(FamilySample.UNIT, FamilySample.UNIT.content());
        PublishingSetClient set = PublishingSetClient.create(
                "{'entry': '" + old.id + "', 'action': 'withdraw', 'reason': 'replaced', 'replacedBy': '" + next.id
                        + "', 'importance': 'minor'}",
                PublishingSetClient.publish(next));
        assertThat(set.publish().statusCode()).isEqualTo(200);
        Response gone = given().get(old.publicPath());
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.<String>path("replacedBy.id")).isEqualTo(next.id);
    }

    @Test
    void anEntryWithdrawnForSafetyIsNeverPublishedAndItsNoteIsRemoved() {
        String word = FamilySample.uniqueWord();
        EntryClient event = used.create(FamilySample.EVENT, FamilySample.EVENT.content());
        event.publish();
        event.save(FamilySample.EVENT.content());
        PublishingSetClient set =
                PublishingSetClient.create(PublishingSetClient.publish(event, ", 'note': {'sr-Cyrl': '" + word + "'}"));
        assertThat(set.get().asString()).contains(word);
        event.withdraw("safety");

        Response shown = set.get();
        assertThat(shown.asString()).doesNotContain(word);
        assertThat(shown.<String>path("members[0].obstacle")).isEqualTo("revision-redacted");
        assertThat(shown.<Object>path("members[0].name")).isNull();
        Response refused = set.publish();
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("violations[0].code")).isEqualTo("revision-redacted");
        Response again = PublishingSetClient.post(PublishingSetClient.body("Опет", PublishingSetClient.publish(event)));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.<String>path("violations[0].pointer")).isEqualTo("/members/0/revision");
    }

    @Test
    void theAuditTrailNamesTheMembersAndThePublisher() {
        EntryClient event = used.create(FamilySample.EVENT, FamilySample.EVENT.content());
        EntryClient channel = used.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content());
        PublishingSetClient set =
                PublishingSetClient.create(PublishingSetClient.publish(event), PublishingSetClient.publish(channel));
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
