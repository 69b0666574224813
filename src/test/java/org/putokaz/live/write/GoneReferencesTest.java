package org.putokaz.live.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.SettableClock;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.sync.FeedReader;

/** No public answer names an entry that is gone: it names the one in its place, or none. */
@DatabaseTest
class GoneReferencesTest {

    private static final List<String> LANGUAGES = List.of("sr-Cyrl", "sr-Latn", "en");

    @Inject
    ScratchEntries scratch;

    @Inject
    Publishing publishing;

    private UUID unit;

    @BeforeEach
    void publishUnit() {
        unit = unit();
    }

    @AfterEach
    void clear() {
        SettableClock.run();
        scratch.withdrawAll();
    }

    private UUID unit(String... more) {
        return scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("jedinica"), ScratchEntries.unit(more));
    }

    private UUID phone(String number, String... more) {
        return scratch.publish(
                ScratchEntries.CHANNELS,
                ScratchEntries.slug("kanal"),
                ScratchEntries.channel(unit, "phone", number, more));
    }

    private UUID guide(UUID... channels) {
        return scratch.publish(ScratchEntries.GUIDES, ScratchEntries.slug("vodic"), guideContent(channels));
    }

    private static String guideContent(UUID... channels) {
        List<String> ids = new ArrayList<>();
        for (UUID channel : channels) {
            ids.add("'" + channel + "'");
        }
        return ScratchEntries.guide(ScratchEntries.step(Publishing.newId(), "korak", "'contactChannels': " + ids));
    }

    private static JsonPath get(String path) {
        Response response = given().urlEncodingEnabled(false).get("/api/v1/" + path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath();
    }

    /** In all languages, in the guide, in its steps, in the list and in the bundle. */
    private static void assertChannels(UUID guide, UUID... channels) {
        List<String> expected = new ArrayList<>();
        for (UUID channel : channels) {
            expected.add(channel.toString());
        }
        for (String language : LANGUAGES) {
            String lang = "?lang=" + language;
            assertThat(get("help-guides/" + guide + lang).getList("steps[0].contactChannels", String.class))
                    .isEqualTo(expected);
            JsonPath step = get("help-guides/" + guide + "/steps/korak" + lang + "&include=contactChannels");
            assertThat(step.getList("contactChannels", String.class)).isEqualTo(expected);
            JsonPath list = get("help-guides" + lang + "&limit=100&include=contactChannels");
            assertThat(list.getList("data.find { it.id == '" + guide + "' }.steps[0].contactChannels", String.class))
                    .isEqualTo(expected);
        }
        JsonPath included = get("help-guides/" + guide + "?include=contactChannels");
        List<String> inIncluded = included.getList("included.'contact-channels'.id", String.class);
        assertThat(inIncluded == null ? List.of() : inIncluded).isEqualTo(expected);
    }

    private void withdraw(UUID id, UUID replacedBy) {
        publishing.withdraw(id, WithdrawalReason.REPLACED, replacedBy);
    }

    @Test
    void aWithdrawnChannelIsLeftOutOfTheStep() {
        UUID stays = phone("011 123 4567");
        UUID gone = phone("011 123 4568");
        UUID guide = guide(gone, stays);

        publishing.withdraw(gone, WithdrawalReason.SAFETY, null);

        assertChannels(guide, stays);
        assertThat(given().get("/api/v1/help-guides/" + guide).asString()).doesNotContain(gone.toString());
    }

    @Test
    void theChannelInItsPlaceStandsInTheStep() {
        UUID stays = phone("011 123 4567");
        UUID gone = phone("011 123 4568");
        UUID next = phone("011 123 4569");
        UUID guide = guide(gone, stays);

        withdraw(gone, next);

        assertChannels(guide, next, stays);
        assertThat(get("help-guides?contactChannel=" + next).getList("data.id", String.class))
                .containsExactly(guide.toString());
    }

    @Test
    void aReplacementThatIsPublishedInTheSameSetStandsInTheStep() {
        UUID gone = phone("011 123 4568");
        UUID guide = guide(gone);
        UUID next = Publishing.newId();

        assertThat(scratch.violationsOf(
                        new StoreChange.Withdraw(gone, WithdrawalReason.REPLACED, next, Importance.MAJOR, null),
                        scratch.change(
                                ScratchEntries.CHANNELS,
                                next,
                                "kanal-" + next,
                                ScratchEntries.channel(unit, "phone", "011 123 4569"))))
                .isEmpty();

        assertChannels(guide, next);
    }

    @Test
    void aChannelThatIsThereAlreadyIsNotRepeated() {
        UUID gone = phone("011 123 4568");
        UUID next = phone("011 123 4569");
        UUID guide = guide(gone, next);

        withdraw(gone, next);

        assertChannels(guide, next);
    }

    @Test
    void aChannelForAnotherPurposeDoesNotStandInItsPlace() {
        UUID gone = phone("011 123 4568", "'purposes': ['victim-support']");
        UUID press = phone("011 123 4569", "'purposes': ['press']");
        UUID guide = guide(gone);

        withdraw(gone, press);

        assertChannels(guide);
    }

    @Test
    void aReplacementThatIsWithdrawnLaterIsFollowed() {
        UUID first = phone("011 123 4567");
        UUID second = phone("011 123 4568");
        UUID third = phone("011 123 4569");
        UUID guide = guide(first);

        withdraw(first, second);
        assertChannels(guide, second);
        withdraw(second, third);
        assertChannels(guide, third);
        assertThat(given().get("/api/v1/contact-channels/" + first).<String>path("replacedBy.id"))
                .isEqualTo(third.toString());
        withdraw(third, null);
        assertChannels(guide);
    }

    @Test
    void aChannelThatIsPublishedAgainComesBack() {
        UUID channel = phone("011 123 4567");
        UUID next = phone("011 123 4568");
        UUID guide = guide(channel);
        String content = ScratchEntries.channel(unit, "phone", "011 123 4567");
        withdraw(channel, next);
        withdraw(next, null);
        assertChannels(guide);

        scratch.publish(ScratchEntries.CHANNELS, next, "kanal-" + next, content);
        assertChannels(guide, next);
        scratch.publish(ScratchEntries.CHANNELS, channel, "kanal-" + channel, content);
        assertChannels(guide, channel);
    }

    @Test
    void theFeedCarriesTheGuideWithoutTheChannel() {
        UUID gone = phone("011 123 4568");
        UUID guide = guide(gone);
        String token = FeedReader.endToken("");

        publishing.withdraw(gone, WithdrawalReason.SAFETY, null);

        JsonPath changes =
                given().queryParam("since", token).get("/api/v1/changes").jsonPath();
        assertThat(changes.getString("changes.find { it.id == '" + gone + "' }.op"))
                .isEqualTo("remove");
        String change = "changes.find { it.id == '" + guide + "' }.";
        assertThat(changes.getString(change + "op")).isEqualTo("upsert");
        assertThat(changes.getString(change + "content")).doesNotContain(gone.toString());
        assertThat(given().get("/api/v1/snapshot").asString().lines().filter(line -> line.contains(guide.toString())))
                .singleElement()
                .asString()
                .doesNotContain(gone.toString());
    }

    @Test
    void everyReferenceToAUnitIsReplacedOrLeftOut() {
        UUID next = unit();
        UUID child = unit("'parent': '" + unit + "'");
        UUID successor = unit("'predecessors': ['" + unit + "']");
        UUID channel = phone("011 123 4567");
        UUID event = scratch.publish(
                ScratchEntries.EVENTS,
                ScratchEntries.slug("dogadjaj"),
                ScratchEntries.event("'units': ['" + unit + "']"));

        withdraw(unit, next);
        assertThat(get("organisational-units/" + child).getString("parent")).isEqualTo(next.toString());
        assertThat(get("organisational-units/" + successor).getList("predecessors", String.class))
                .containsExactly(next.toString());
        assertThat(get("contact-channels/" + channel).getString("unit")).isEqualTo(next.toString());
        assertThat(get("contact-channels?unit=" + next).getList("data.id", String.class))
                .containsExactly(channel.toString());
        assertThat(get("history-events/" + event).getList("units", String.class))
                .containsExactly(next.toString());

        withdraw(next, null);
        assertThat(get("organisational-units/" + child).getString("parent")).isNull();
        assertThat(get("organisational-units/" + successor).getList("predecessors"))
                .isEmpty();
        assertThat(get("contact-channels/" + channel).getString("unit")).isNull();
        assertThat(get("history-events/" + event).getList("units")).isEmpty();
    }

    @Test
    void aChannelOfADissolvedUnitStaysClosedWhenTheUnitIsWithdrawn() {
        UUID channel = phone("011 123 4567");
        scratch.publish(
                ScratchEntries.UNITS, unit, "jedinica-" + unit, ScratchEntries.unit("'dissolved': '2020-01-01'"));

        withdraw(unit, null);

        JsonPath answer = get("contact-channels/" + channel);
        assertThat(answer.getString("unit")).isNull();
        assertThat(answer.getString("availableUntil")).isEqualTo("2019-12-31");
    }

    @Test
    void theUnitThatTakesOverDecidesWhetherTheChannelIsClosed() {
        UUID channel = phone("011 123 4567");
        UUID closed = unit("'dissolved': '2020-01-01'");
        UUID open = unit();

        withdraw(unit, closed);
        assertThat(get("contact-channels/" + channel).getString("availableUntil"))
                .isEqualTo("2019-12-31");
        withdraw(closed, open);
        assertThat(get("contact-channels/" + channel).getString("availableUntil"))
                .isNull();
    }

    @Test
    void noPlaceIsShownByARewrittenReference() {
        UUID shelter = unit("'confidentialLocation': true");
        UUID post = scratch.publish(
                ScratchEntries.CHANNELS,
                ScratchEntries.slug("kanal"),
                ScratchEntries.channel(unit, "in-person", "Јавна улица 1, Београд"));

        assertThat(scratch.violationsOf(
                        new StoreChange.Withdraw(unit, WithdrawalReason.REPLACED, shelter, Importance.MAJOR, null)))
                .containsEntry(post, List.of(" confidential-place-shown"));
        assertThat(get("contact-channels/" + post).getString("unit")).isEqualTo(unit.toString());
    }

    private void change(UUID id, String content) {
        assertThat(scratch.violationsOf(scratch.change(ScratchEntries.CHANNELS, id, "kanal-" + id, content)))
                .isEmpty();
    }

    @Test
    void aChannelIsInTheStepOnItsDaysOnly() {
        UUID stays = phone("011 123 4567");
        UUID limited = phone("011 123 4568", "'availableFrom': '2031-03-01', 'availableUntil': '2031-03-31'");
        UUID guide = guide(limited, stays);

        SettableClock.set(Instant.parse("2031-02-28T22:59:59Z"));
        assertChannels(guide, stays);
        SettableClock.set(Instant.parse("2031-02-28T23:00:00Z"));
        assertChannels(guide, limited, stays);
        SettableClock.set(Instant.parse("2031-03-31T21:59:50Z"));
        assertChannels(guide, limited, stays);
        assertThat(given().get("/api/v1/help-guides/" + guide).header("Cache-Control"))
                .isEqualTo("public, max-age=10");
        SettableClock.set(Instant.parse("2031-03-31T22:00:00Z"));
        assertChannels(guide, stays);
    }

    @Test
    void aChannelThatGetsAnEndLaterLeavesTheStepToo() {
        UUID channel = phone("011 123 4568");
        UUID guide = guide(channel);
        assertChannels(guide, channel);

        change(channel, ScratchEntries.channel(unit, "phone", "011 123 4568", "'availableUntil': '2020-12-31'"));
        assertChannels(guide);
        change(channel, ScratchEntries.channel(unit, "phone", "011 123 4568"));
        assertChannels(guide, channel);
    }

    @Test
    void aChannelOfADissolvedUnitLeavesTheStep() {
        UUID channel = phone("011 123 4568");
        UUID guide = guide(channel);

        scratch.publish(
                ScratchEntries.UNITS, unit, "jedinica-" + unit, ScratchEntries.unit("'dissolved': '2020-01-01'"));

        assertChannels(guide);
        assertThat(given().get("/api/v1/help-guides/" + guide + "?include=contactChannels")
                        .asString())
                .doesNotContain("4568")
                .doesNotContain(channel.toString());
        assertThat(given().get("/api/v1/bundle?lang=en").asString()).doesNotContain(channel.toString());
    }

    @Test
    void aGuideAndItsEndedChannelArePublishedInOneSet() {
        UUID channel = Publishing.newId();
        UUID guide = Publishing.newId();

        assertThat(scratch.violationsOf(
                        scratch.change(ScratchEntries.GUIDES, guide, "vodic-" + guide, guideContent(channel)),
                        scratch.change(
                                ScratchEntries.CHANNELS,
                                channel,
                                "kanal-" + channel,
                                ScratchEntries.channel(
                                        unit, "phone", "011 123 4568", "'availableUntil': '2020-12-31'"))))
                .isEmpty();

        assertChannels(guide);
    }

    @Test
    void aChangeOfAChannelWithoutDaysChangesNoGuide() {
        UUID channel = phone("011 123 4568");
        guide(channel);
        long before = scratch.position();

        change(channel, ScratchEntries.channel(unit, "phone", "011 123 4569"));

        assertThat(scratch.position()).isEqualTo(before + 1);
    }

    @Test
    void aUnitWithManyChannelsIsWithdrawnInOneTransaction() {
        StoreChange[] channels = new StoreChange[400];
        for (int i = 0; i < channels.length; i++) {
            UUID id = Publishing.newId();
            channels[i] = scratch.change(
                    ScratchEntries.CHANNELS, id, "kanal-" + id, ScratchEntries.channel(unit, "phone", "011 123 4568"));
        }
        assertThat(scratch.violationsOf(channels)).isEmpty();
        long before = scratch.position();

        publishing.withdraw(unit, WithdrawalReason.WITHDRAWN, null);

        assertThat(scratch.position()).isEqualTo(before + 1 + channels.length);
        assertThat(get("contact-channels/" + channels[0].id()).getString("unit"))
                .isNull();
    }

    @Test
    void nothingNewIsPublishedThatNamesAnEntryThatIsGone() {
        UUID gone = phone("011 123 4568");
        publishing.withdraw(gone, WithdrawalReason.WITHDRAWN, null);
        UUID guide = Publishing.newId();

        assertThat(scratch.violationsOf(
                        scratch.change(ScratchEntries.GUIDES, guide, "vodic-" + guide, guideContent(gone))))
                .containsEntry(guide, List.of("/steps/0/contactChannels/0 reference-not-published"));
    }
}
