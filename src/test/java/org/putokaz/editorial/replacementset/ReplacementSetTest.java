package org.putokaz.editorial.replacementset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EntryScheduleClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;

/** A set that replaces an entry leads all references to another one, and leaves nothing behind when it is cancelled. */
@DatabaseTest
@TestProfile(Apart.class)
class ReplacementSetTest {

    private EntryClient channel;
    private EntryClient other;

    @BeforeEach
    void publishChannels() {
        channel = EntryClient.createPublished(FamilySample.CHANNEL, FamilySample.CHANNEL.content());
        other = EntryClient.createPublished(FamilySample.CHANNEL, FamilySample.CHANNEL.content());
    }

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
    }

    private static String body(EntryClient entry, EntryClient replacement) {
        return "{'name': 'Замена', 'entry': '" + entry.id + "', 'replacedBy': '" + replacement.id + "'}";
    }

    private PublishingSetClient replaceChannel() {
        return PublishingSetClient.fromResponse(replacement(body(channel, other)));
    }

    private static String namedChannel(EntryClient guide) {
        return guide.get().path("content.steps[0].contactChannels[0]");
    }

    /** The outcome for the only draft of the set. */
    private static String outcome(JsonPath set) {
        assertThat(set.getList("drafts")).hasSize(1);
        return set.getString("drafts[0].outcome");
    }

    @Test
    void aSetMovesTheReferencesAndWithdrawsTheEntry() {
        EntryClient guide = EntryClient.createPublishedGuide(channel);
        EntryClient draft = EntryClient.create(
                FamilySample.GUIDE, FamilySample.GUIDE.contentReferencing(FamilySample.uniqueName(), channel.id));

        Response created =
                replacement("{'name': 'Нови број', 'entry': '" + channel.id + "', 'replacedBy': '" + other.id + "'}");
        JsonPath set = EntryClient.ok(created);

        assertThat(set.getList("members.entry", String.class)).containsExactly(guide.id, channel.id);
        assertThat(set.getList("members.action", String.class)).containsExactly("publish", "withdraw");
        assertThat(guide.get().<String>path("content.steps[0].contactChannels[0]"))
                .isEqualTo(other.id);
        assertThat(draft.get().<String>path("content.steps[0].contactChannels[0]"))
                .isEqualTo(other.id);
        assertThat(given().get(guide.publicPath()).<List<String>>path("steps[0].contactChannels"))
                .containsExactly(channel.id);
        PublishingSetClient client = PublishingSetClient.fromResponse(created);
        EntryClient.ok(client.approve());
        EntryClient.ok(client.publish());

        assertThat(given().get(channel.publicPath()).statusCode()).isEqualTo(410);
        assertThat(given().get(guide.publicPath()).<List<String>>path("steps[0].contactChannels"))
                .containsExactly(other.id);
    }

    private static Response replacement(String body) {
        return EntryClient.editor()
                .contentType("application/json; charset=utf-8")
                .body(EntryClient.json(body))
                .post(PublishingSetClient.SETS + "/replacements");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'name': ' ', 'entry': 'CHANNEL', 'replacedBy': 'OTHER'}",
                "{'name': 'x', 'entry': 'CHANNEL'}",
                "{'name': 'x', 'entry': 'CHANNEL', 'replacedBy': 'CHANNEL'}",
                "{'name': 'x', 'entry': 'CHANNEL', 'replacedBy': 'nonsense'}",
                "{'name': 'x', 'entry': 'CHANNEL', 'replacedBy': 'OTHER', 'more': 1}"
            })
    void aMalformedReplacementIsRefused(String body) {
        Response refused = replacement(body.replace("CHANNEL", channel.id).replace("OTHER", other.id));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
    }

    @Test
    void aReplacementOfAnotherFamilyOrUnknownIsRefused() {
        EntryClient guide = EntryClient.createPublishedGuide(channel);
        for (String by : List.of(guide.id, "01a20f2b-94ea-7b5f-9e41-e28bd86b15a9")) {
            Response refused = replacement("{'name': 'x', 'entry': '" + channel.id + "', 'replacedBy': '" + by + "'}");
            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        }
        assertThat(guide.get().<Integer>path("revision")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01", "2099-01-01"})
    void aUnitThatIsDissolvedIsNoReplacement(String day) {
        EntryClient unit = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content());
        EntryClient closed = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content());
        closed.patch(EntryClient.MERGE_PATCH, "{'dissolved': '" + day + "'}");
        EntryClient below = EntryClient.create(
                FamilySample.UNIT, FamilySample.UNIT.contentReferencing(FamilySample.uniqueName(), closed.id));
        boolean isClosed = day.startsWith("2020");

        for (EntryClient replacement : List.of(closed, below)) {
            Response response = replacement(body(unit, replacement));
            assertThat(response.statusCode()).as(response.asString()).isEqualTo(isClosed ? 422 : 201);
            if (isClosed) {
                assertThat(response.<List<String>>path("violations.code")).containsExactly("replacement-dissolved");
                assertThat(response.<List<String>>path("violations.pointer")).containsExactly("/replacedBy");
                assertThat(response.<String>path("violations[0].message")).contains("2020-01-01");
            }
        }
    }

    @Test
    void aChannelThatHasEndedIsNoReplacement() {
        EntryClient guide = EntryClient.createPublishedGuide(channel);
        other.patch(EntryClient.MERGE_PATCH, "{'availableUntil': '2020-12-31'}");

        Response refused = replacement(body(channel, other));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.code")).containsExactly("replacement-ended");
        assertThat(refused.<String>path("violations[0].message")).contains("2020-12-31");
        assertThat(guide.get().<Integer>path("revision")).isEqualTo(1);
        Response withdrawal = EntryClient.approver()
                .header("If-Match", channel.tag)
                .contentType("application/json; charset=utf-8")
                .body(EntryClient.json("{'reason': 'replaced', 'replacedBy': '" + other.id + "'}"))
                .post(channel.path() + "/withdraw?dryRun=true");
        assertThat(EntryClient.ok(withdrawal).getList("publishable.warnings.code", String.class))
                .contains("replacement-ended");
    }

    @Test
    void theTextBeforeTheDraftsIsRestoredWhenTheSetIsCancelled() {
        EntryClient guide = EntryClient.createPublishedGuide(channel);
        EntryClient draft = EntryClient.create(
                FamilySample.GUIDE, FamilySample.GUIDE.contentReferencing(FamilySample.uniqueName(), channel.id));
        PublishingSetClient set = replaceChannel();
        assertThat(set.get().<List<String>>path("drafts.outcome")).containsExactly(null, null);

        JsonPath cancelled = EntryClient.ok(set.cancel());

        assertThat(cancelled.getList("drafts.entry", String.class)).containsExactlyInAnyOrder(guide.id, draft.id);
        assertThat(cancelled.getList("drafts.outcome", String.class)).containsOnly("restored");
        assertThat(cancelled.getString("drafts[0].message")).isNotBlank();
        for (EntryClient entry : List.of(guide, draft)) {
            assertThat(namedChannel(entry)).isEqualTo(channel.id);
            assertThat(entry.get().<Integer>path("revision")).isEqualTo(3);
            assertThat(entry.get("/revisions").<List<Integer>>path("data.number"))
                    .containsExactly(3, 2, 1);
        }
        guide.publish();
        assertThat(given().get(guide.publicPath()).<List<String>>path("steps[0].contactChannels"))
                .containsExactly(channel.id);
    }

    @Test
    void aDraftThatSomebodyEditedStays() {
        EntryClient guide = EntryClient.createPublishedGuide(channel);
        PublishingSetClient set = replaceChannel();
        guide.get();
        guide.patch(EntryClient.MERGE_PATCH, "{'sortOrder': 901}");

        JsonPath cancelled = EntryClient.ok(set.cancel());

        assertThat(outcome(cancelled)).isEqualTo("kept-edited");
        assertThat(cancelled.getString("drafts[0].message")).contains("2");
        assertThat(guide.get().<Integer>path("revision")).isEqualTo(3);
        assertThat(guide.get().<Integer>path("content.sortOrder")).isEqualTo(901);
        assertThat(outcome(EntryClient.ok(set.get()))).isEqualTo("kept-edited");
    }

    @Test
    void aDraftThatWasPublishedStays() {
        EntryClient guide = EntryClient.createPublishedGuide(channel);
        PublishingSetClient set = replaceChannel();
        guide.get();
        guide.publish();

        assertThat(outcome(EntryClient.ok(set.cancel()))).isEqualTo("kept-published");
        assertThat(guide.get().<Integer>path("revision")).isEqualTo(2);
    }

    @Test
    void aDraftOfAnotherSetOrAScheduleStays() {
        EntryClient guide = EntryClient.createPublishedGuide(channel);
        PublishingSetClient first = replaceChannel();
        PublishingSetClient another = PublishingSetClient.create(PublishingSetClient.publish(guide));
        assertThat(outcome(EntryClient.ok(first.cancel()))).isEqualTo("kept-planned");
        EntryClient.ok(another.cancel());

        guide.get();
        guide.save(FamilySample.GUIDE.contentReferencing(FamilySample.uniqueName(), channel.id));
        PublishingSetClient second = replaceChannel();
        guide.get();
        guide.submit().approve();
        Instant nextYear = Instant.now().plus(365, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        EntryClient.ok(EntryScheduleClient.publish(guide, nextYear));
        assertThat(outcome(EntryClient.ok(second.cancel()))).isEqualTo("kept-planned");
        EntryClient.ok(EntryScheduleClient.cancel(guide));
        assertThat(namedChannel(guide)).isEqualTo(other.id);
    }

    @Test
    void aTextThatIsNotAllowedAnyMoreIsNotRestored() {
        EntryClient unit = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content());
        EntryClient hidden = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content());
        EntryClient below = EntryClient.create(
                FamilySample.UNIT,
                "{'name': {'sr-Cyrl': 'Седиште'}, 'kind': 'office', 'parent': '" + unit.id
                        + "', 'address': {'city': {'sr-Cyrl': 'Београд'}, 'country': 'RS'}}");
        PublishingSetClient set = PublishingSetClient.fromResponse(replacement(body(unit, hidden)));
        unit.patch(EntryClient.MERGE_PATCH, "{'confidentialLocation': true}");

        assertThat(outcome(EntryClient.ok(set.cancel()))).isEqualTo("kept-refused");
        assertThat(below.get().<String>path("content.parent")).isEqualTo(hidden.id);
    }

    @Test
    void allDraftsStayOnRequest() {
        EntryClient guide = EntryClient.createPublishedGuide(channel);
        PublishingSetClient set = replaceChannel();
        Response unknown = EntryClient.editor().header("If-Match", set.tag).delete(set.path() + "?drafts=drop");
        assertThat(unknown.statusCode()).isEqualTo(400);

        Response cancelled = EntryClient.editor().header("If-Match", set.tag).delete(set.path() + "?drafts=keep");

        assertThat(outcome(EntryClient.ok(cancelled))).isEqualTo("kept-on-request");
        assertThat(namedChannel(guide)).isEqualTo(other.id);
    }

    private static Response preview(String query) {
        return EntryClient.editor().get(PublishingSetClient.SETS + "/replacements" + query);
    }

    private static EntryClient publishedPart(EntryClient unit) {
        return EntryClient.createPublished(
                FamilySample.UNIT, FamilySample.UNIT.contentReferencing(FamilySample.uniqueName(), unit.id));
    }

    @Test
    void twoUnitsAreMergedAfterAPreviewThatSavesNothing() {
        EntryClient root = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content());
        EntryClient merged = publishedPart(root);
        EntryClient part = publishedPart(merged);
        EntryClient line = EntryClient.createPublished(
                FamilySample.CHANNEL, FamilySample.CHANNEL.contentReferencing(FamilySample.uniqueName(), merged.id));
        EntryClient event = EntryClient.createPublished(
                FamilySample.EVENT, FamilySample.EVENT.contentReferencing(FamilySample.uniqueName(), merged.id));
        EntryClient heir = EntryClient.createPublished(
                FamilySample.UNIT,
                "{'name': {'sr-Cyrl': '" + FamilySample.uniqueName() + "'}, 'kind': 'office', 'parent': '" + merged.id
                        + "', 'predecessors': ['" + merged.id + "', '" + root.id + "']}");

        JsonPath preview = EntryClient.ok(preview("?entry=" + merged.id + "&replacedBy=" + heir.id));

        assertThat(preview.getList("references.entry", String.class))
                .containsExactlyInAnyOrder(part.id, line.id, event.id, heir.id);
        assertThat(preview.getList("references.find { it.entry == '" + heir.id + "' }.pointers", String.class))
                .containsExactly("/content/parent", "/content/predecessors/0");
        assertThat(heir.get().<Integer>path("revision")).isEqualTo(1);

        PublishingSetClient set =
                PublishingSetClient.fromResponse(replacement(body(merged, heir).replace("}", ", 'reason': 'merged'}")));
        EntryClient.ok(set.approve());
        EntryClient.ok(set.publish());

        assertThat(given().get(merged.publicPath()).statusCode()).isEqualTo(410);
        assertThat(given().get(part.publicPath()).<String>path("parent")).isEqualTo(heir.id);
        assertThat(given().get(line.publicPath()).<String>path("unit")).isEqualTo(heir.id);
        assertThat(given().get(event.publicPath()).<List<String>>path("units")).containsExactly(heir.id);
        assertThat(given().get(heir.publicPath()).<String>path("parent")).isEqualTo(root.id);
        assertThat(given().get(heir.publicPath()).<List<String>>path("predecessors"))
                .containsExactly(root.id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?entry=CHANNEL",
                "?replacedBy=OTHER",
                "?entry=CHANNEL&replacedBy=CHANNEL",
                "?entry=nonsense&replacedBy=OTHER",
                "?entry=CHANNEL&replacedBy=OTHER&more=1"
            })
    void aMalformedPreviewIsRefused(String query) {
        Response refused = preview(query.replace("CHANNEL", channel.id).replace("OTHER", other.id));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
    }

    @Test
    void aPreviewRefusesWhatTheSetWould() {
        EntryClient unit = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content());

        Response refused = preview("?entry=" + channel.id + "&replacedBy=" + unit.id);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
    }

    @Test
    void aUnitWithPublishedPartsIsNotWithdrawnWithoutThem() {
        EntryClient unit = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content());
        EntryClient part = publishedPart(unit);
        String slug = part.get().path("slug");

        for (String query : List.of("", "?dryRun=true")) {
            Response response = unit.transition("withdraw" + query, "{'reason': 'withdrawn'}");
            List<String> codes =
                    query.isEmpty() ? response.path("violations.code") : response.path("publishable.errors.code");
            assertThat(codes).as(response.asString()).containsExactly("has-live-parts");
            assertThat(response.asString()).contains("organisational-units/" + slug);
        }
        assertThat(given().get(unit.publicPath()).statusCode()).isEqualTo(200);
        PublishingSetClient together = PublishingSetClient.create(
                "{'entry': '" + unit.id + "', 'action': 'withdraw', 'reason': 'withdrawn'}",
                "{'entry': '" + part.id + "', 'action': 'withdraw', 'reason': 'withdrawn'}");
        EntryClient.ok(together.publish());
        assertThat(given().get(unit.publicPath()).statusCode()).isEqualTo(410);
        assertThat(given().get(part.publicPath()).statusCode()).isEqualTo(410);
    }

    @Test
    void aUnitWithPublishedPartsIsWithdrawnForSafetyOrWithASuccessor() {
        EntryClient heir = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content());
        EntryClient unit = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content());
        EntryClient part = publishedPart(unit);
        EntryClient.ok(unit.transition("withdraw", "{'reason': 'merged', 'replacedBy': '" + heir.id + "'}"));
        assertThat(given().get(part.publicPath()).<String>path("parent")).isEqualTo(heir.id);

        heir.get();
        EntryClient below = publishedPart(heir);
        EntryClient.ok(heir.transition("withdraw", "{'reason': 'safety'}"));

        assertThat(given().get(below.publicPath()).<Object>path("parent")).isNull();
    }
}
