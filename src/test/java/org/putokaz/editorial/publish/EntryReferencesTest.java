package org.putokaz.editorial.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.editorial.worker.CatchUp;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;

/** Editors are told what names an entry before and after it is withdrawn, and how to mend it. */
@DatabaseTest
@TestProfile(Apart.class)
class EntryReferencesTest {

    private static final String POINTER = "/content/steps/0/contactChannels/0";

    @Inject
    CatchUp recorder;

    private EntryClient channel;
    private EntryClient other;

    @BeforeEach
    void publishChannels() {
        channel = EntryClient.createPublished(
                FamilySample.CHANNEL, FamilySample.CHANNEL.content(FamilySample.uniqueName()));
        other = EntryClient.createPublished(
                FamilySample.CHANNEL, FamilySample.CHANNEL.content(FamilySample.uniqueName()));
    }

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
    }

    private static JsonPath references(EntryClient entry) {
        return EntryClient.ok(entry.get("/references"));
    }

    private JsonPath dryRun(String body) {
        return EntryClient.ok(EntryClient.approver()
                .header("If-Match", channel.tag)
                .contentType("application/json; charset=utf-8")
                .body(EntryClient.json(body))
                .post(channel.path() + "/withdraw?dryRun=true"));
    }

    private void withdraw(String body) {
        EntryClient.ok(channel.transition("withdraw", body));
        recorder.now();
    }

    @Test
    void thePublishedAndTheDraftedReferencesAreListed() {
        EntryClient published = EntryClient.createPublishedGuide(channel);
        EntryClient draft = EntryClient.create(
                FamilySample.GUIDE, FamilySample.GUIDE.contentReferencing(FamilySample.uniqueName(), channel.id));
        EntryClient former = EntryClient.createPublishedGuide(channel);
        former.save(FamilySample.GUIDE.contentReferencing(FamilySample.uniqueName(), other.id));

        JsonPath references = references(channel);

        assertThat(references.getList("data.entry", String.class))
                .containsExactlyInAnyOrder(published.id, draft.id, former.id);
        assertThat(references.<Map<String, Object>>get("data.find { it.entry == '" + published.id + "' }"))
                .containsEntry("published", true)
                .containsEntry("draft", true)
                .containsEntry("family", "help-guides")
                .containsEntry("pointers", List.of(POINTER));
        assertThat(references.<Map<String, Object>>get("data.find { it.entry == '" + draft.id + "' }"))
                .containsEntry("published", false)
                .containsEntry("draft", true);
        assertThat(references.<Map<String, Object>>get("data.find { it.entry == '" + former.id + "' }"))
                .containsEntry("published", true)
                .containsEntry("draft", false)
                .containsEntry("pointers", List.of(POINTER));
        assertThat(references(published).getList("data")).isEmpty();
    }

    @Test
    void aDryRunNamesThemAndChangesNothing() {
        EntryClient guide = EntryClient.createPublishedGuide(channel);

        JsonPath answer = dryRun("{'reason': 'withdrawn'}");

        assertThat(answer.getBoolean("publishable.ok")).isTrue();
        String warning = "publishable.warnings.find { it.entry == '" + guide.id + "' }.";
        assertThat(answer.getString(warning + "code")).isEqualTo("named-by-another");
        assertThat(answer.getString(warning + "pointer")).isEqualTo(POINTER);
        assertThat(answer.getList("referencedBy.entry", String.class)).containsExactly(guide.id);
        assertThat(given().get(channel.publicPath()).statusCode()).isEqualTo(200);
        assertThat(channel.get().<String>path("publicSees")).isEqualTo("this-revision");
        String replaced = dryRun("{'reason': 'replaced', 'replacedBy': '" + other.id + "'}")
                .getString(warning + "code");
        assertThat(replaced).isEqualTo("named-by-another-replaced");
    }

    @Test
    void aDryRunSaysWhatWouldBeRefused() {
        JsonPath answer = dryRun("{'reason': 'replaced', 'replacedBy': '" + channel.id + "'}");

        assertThat(answer.getBoolean("publishable.ok")).isFalse();
        assertThat(answer.getList("publishable.errors.code", String.class)).containsExactly("reference-not-published");
    }

    @Test
    void aDryRunOfAPublicationChangesNothing() {
        channel.save(FamilySample.CHANNEL.content("Нови натпис"));
        channel.submit().approve();

        JsonPath answer = EntryClient.ok(EntryClient.approver()
                .header("If-Match", channel.tag)
                .contentType("application/json")
                .post(channel.path() + "/publish?dryRun=true"));

        assertThat(answer.getBoolean("publishable.ok")).isTrue();
        assertThat(answer.getString("publicSees")).isEqualTo("earlier-revision");
        assertThat(given().get(channel.publicPath() + "?lang=sr-Cyrl").<String>path("label"))
                .isNotEqualTo("Нови натпис");
    }

    @ParameterizedTest
    @CsvSource({"withdraw?dryRun=maybe, 400", "withdraw?dryRun=true&x=1, 400", "publish?dryRun=1, 400"})
    void aWrongParameterIsRefused(String transition, int status) {
        assertThat(EntryClient.approver()
                        .header("If-Match", channel.tag)
                        .contentType("application/json")
                        .body(EntryClient.json(transition.startsWith("withdraw") ? "{'reason': 'withdrawn'}" : "{}"))
                        .post(channel.path() + "/" + transition)
                        .statusCode())
                .isEqualTo(status);
        assertThat(given().get(channel.publicPath()).statusCode()).isEqualTo(200);
    }

    @Test
    void aDryRunNeedsTheSameVersionAndStateAsTheRealOne() {
        EntryClient draft = EntryClient.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content("Нацрт"));

        assertThat(EntryClient.approver()
                        .header("If-Match", "\"999\"")
                        .contentType("application/json")
                        .body("{\"reason\": \"withdrawn\"}")
                        .post(channel.path() + "/withdraw?dryRun=true")
                        .statusCode())
                .isEqualTo(412);
        assertThat(EntryClient.approver()
                        .header("If-Match", draft.tag)
                        .contentType("application/json")
                        .body("{\"reason\": \"withdrawn\"}")
                        .post(draft.path() + "/withdraw?dryRun=true")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void theAnswerToAWithdrawalNamesThem() {
        EntryClient guide = EntryClient.createPublishedGuide(channel);

        JsonPath answer = EntryClient.ok(channel.transition("withdraw", "{'reason': 'withdrawn'}"));

        assertThat(answer.getList("referencedBy.entry", String.class)).containsExactly(guide.id);
    }

    @Test
    void aGuideThatLostItsLastChannelIsAnErrorUntilItIsMended() {
        EntryClient guide = EntryClient.createPublishedGuide(channel);
        withdraw("{'reason': 'safety'}");

        Response entry = guide.get();
        assertThat(entry.<List<String>>path("attention.code"))
                .containsExactly("reference-left-out", "step-without-channel");
        assertThat(entry.<List<String>>path("attention.pointer"))
                .containsExactly(POINTER, "/content/steps/0/contactChannels");
        assertThat(entry.<Boolean>path("publishable.ok")).isFalse();
        assertThat(inQueue(guide)).isTrue();

        guide.save(FamilySample.GUIDE.contentReferencing(FamilySample.uniqueName(), other.id));
        assertThat(guide.get().<List<String>>path("attention")).isNotEmpty();
        guide.publish();

        assertThat(guide.get().<List<String>>path("attention")).isEmpty();
        assertThat(inQueue(guide)).isFalse();
    }

    private static String offering(String name, String channel) {
        return FamilySample.unitOffering(
                name, FamilySample.service(Publishing.newId(), "saveti", "'channels': ['" + channel + "']"));
    }

    @Test
    void aServiceThatLostItsLastChannelIsAnErrorUntilItIsMended() {
        String pointer = "/content/services/0/channels/0";
        EntryClient unit =
                EntryClient.createPublished(FamilySample.UNIT, offering(FamilySample.uniqueName(), channel.id));
        assertThat(references(channel).<List<String>>get("data.find { it.entry == '" + unit.id + "' }.pointers"))
                .containsExactly(pointer);
        JsonPath dryRun = dryRun("{'reason': 'safety'}");
        assertThat(dryRun.getString("publishable.warnings.find { it.entry == '" + unit.id + "' }.pointer"))
                .isEqualTo(pointer);
        withdraw("{'reason': 'safety'}");

        Response entry = unit.get();
        assertThat(entry.<List<String>>path("attention.code"))
                .containsExactly("reference-left-out", "service-without-channel");
        assertThat(entry.<List<String>>path("attention.pointer"))
                .containsExactly(pointer, "/content/services/0/channels");
        assertThat(entry.<Boolean>path("publishable.ok")).isFalse();
        assertThat(entry.<List<String>>path("publishable.errors.code")).containsExactly("reference-not-published");
        assertThat(inQueue(unit)).isTrue();

        String services = entry.path("content.services[0].id");
        unit.patch(
                EntryClient.JSON_PATCH,
                "[{'op': 'replace', 'path': '/services/0/channels/0', 'value': '" + other.id + "'}]");
        unit.publish();
        assertThat(unit.get().<String>path("content.services[0].id")).isEqualTo(services);
        assertThat(unit.get().<List<String>>path("attention")).isEmpty();
        assertThat(inQueue(unit)).isFalse();
    }

    /** The channels of a unit end with it, which its own services need not be told. */
    @Test
    void theEndOfAUnitWarnsOfTheServicesOfOthersOnly() {
        EntryClient unit = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content("Јединица"));
        EntryClient phone = EntryClient.createPublished(
                FamilySample.CHANNEL, FamilySample.CHANNEL.contentReferencing(FamilySample.uniqueName(), unit.id));
        EntryClient neighbour =
                EntryClient.createPublished(FamilySample.UNIT, offering(FamilySample.uniqueName(), phone.id));
        unit.save(offering("Јединица", phone.id));
        unit.publish();

        unit.patch(EntryClient.MERGE_PATCH, "{'dissolved': '2020'}");

        assertThat(unit.get()
                        .<List<String>>path("publishable.warnings.findAll { it.code == 'named-channel-ends' }.entry"))
                .containsExactly(neighbour.id);
    }

    private static boolean inQueue(EntryClient entry) {
        return EntryClient.ok(
                        EntryClient.editor().get(EntryClient.BASE + entry.sample.family + "?attention=true&limit=100"))
                .getList("data.id", String.class)
                .contains(entry.id);
    }

    private static String ending(String day) {
        return FamilySample.CHANNEL.content("Телефон").replace("'rank'", "'availableUntil': '" + day + "', 'rank'");
    }

    @Test
    void aGuideThatNamesAChannelWhichHasEndedIsInTheQueue() {
        EntryClient guide = EntryClient.createPublishedGuide(channel);
        assertThat(inQueue(guide)).isFalse();

        channel.save(ending("2020-12-31"));
        String warning = "publishable.warnings.find { it.entry == '" + guide.id + "' }.";
        assertThat(channel.get().<String>path(warning + "code")).isEqualTo("named-channel-ends");
        assertThat(channel.get().<String>path(warning + "pointer")).isEqualTo(POINTER);
        channel.publish();
        recorder.now();

        assertThat(guide.get().<List<String>>path("attention.code"))
                .containsExactly("reference-ended", "step-without-channel");
        assertThat(inQueue(guide)).isTrue();
        assertThat(given().get(guide.publicPath()).<List<String>>path("steps[0].contactChannels"))
                .isEmpty();
        assertThat(guide.get().<List<String>>path("publishable.warnings.code")).contains("reference-ended");
    }

    @Test
    void anEndThatIsToComeIsNoLossYet() {
        EntryClient guide = EntryClient.createPublishedGuide(channel);
        channel.save(ending("2099-12-31"));
        channel.publish();
        recorder.now();

        assertThat(guide.get().<List<String>>path("attention")).isEmpty();
        assertThat(inQueue(guide)).isFalse();
    }

    @Test
    void theDissolutionOfAUnitNamesTheChannelsAndTheGuides() {
        EntryClient unit =
                EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content(FamilySample.uniqueName()));
        EntryClient phone = EntryClient.createPublished(
                FamilySample.CHANNEL, FamilySample.CHANNEL.contentReferencing(FamilySample.uniqueName(), unit.id));
        EntryClient guide = EntryClient.createPublished(
                FamilySample.GUIDE, FamilySample.GUIDE.contentReferencing(FamilySample.uniqueName(), phone.id));

        unit.patch(EntryClient.MERGE_PATCH, "{'dissolved': '2020-01-01'}");

        Response draft = unit.get();
        assertThat(draft.<Boolean>path("publishable.ok")).isTrue();
        assertThat(draft.<String>path("publishable.warnings.find { it.entry == '" + phone.id + "' }.code"))
                .isEqualTo("channel-ends");
        assertThat(draft.<String>path("publishable.warnings.find { it.entry == '" + guide.id + "' }.code"))
                .isEqualTo("named-channel-ends");
        EntryClient below = EntryClient.create(
                FamilySample.UNIT, FamilySample.UNIT.contentReferencing(FamilySample.uniqueName(), unit.id));
        assertThat(below.get().<List<String>>path("publishable.warnings.code")).contains("parent-dissolved");
        PublishingSetClient set = PublishingSetClient.create(PublishingSetClient.publish(below));
        assertThat(set.get().<List<String>>path("publishable.warnings.code")).contains("parent-dissolved");
        EntryClient.ok(set.cancel());
        below.patch(EntryClient.MERGE_PATCH, "{'dissolved': '2019'}");
        assertThat(below.get().<List<String>>path("publishable.warnings.code")).doesNotContain("parent-dissolved");
    }

    @Test
    void aReplacedReferenceIsShownToo() {
        EntryClient guide = EntryClient.createPublishedGuide(channel);
        withdraw("{'reason': 'replaced', 'replacedBy': '" + other.id + "'}");

        assertThat(guide.get().<List<String>>path("attention.code")).containsExactly("reference-replaced");
        assertThat(given().get(guide.publicPath()).<List<String>>path("steps[0].contactChannels"))
                .containsExactly(other.id);
        assertThat(inQueue(guide)).isTrue();
    }

    @Test
    void aDraftThatIsNewerStaysTheNewest() {
        EntryClient guide = EntryClient.createPublishedGuide(channel);
        guide.save(FamilySample.GUIDE.contentReferencing("Новији нацрт", channel.id));
        withdraw("{'reason': 'withdrawn'}");

        Response entry = guide.get();
        assertThat(entry.<Integer>path("revision")).isEqualTo(2);
        assertThat(entry.<String>path("content.title.sr-Cyrl")).isEqualTo("Новији нацрт");
        assertThat(entry.<String>path("publicSees")).isEqualTo("earlier-revision");
        assertThat(entry.<Integer>path("live.revision")).isEqualTo(1);
    }
}
