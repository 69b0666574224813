package org.putokaz.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.SettableClock;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.write.StoreChange;
import org.putokaz.sync.FeedReader;

/** A channel's number is read in the country of its unit, and a channel of a dissolved unit has ended. */
@DatabaseTest
class ChannelOfUnitTest {

    private static final String CHANNELS = "/api/v1/contact-channels";
    private static final String SARAJEVO =
            "'address': {'city': {'sr-Cyrl': 'Сарајево', 'en': 'Sarajevo'}, 'country': 'BA'}";
    private static final String BEOGRAD =
            "'address': {'city': {'sr-Cyrl': 'Београд', 'en': 'Belgrade'}, 'country': 'RS'}";

    @Inject
    ScratchEntries scratch;

    @AfterEach
    void clear() {
        SettableClock.run();
        scratch.withdrawAll();
    }

    private UUID unit(String... more) {
        return scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("jedinica"), ScratchEntries.unit(more));
    }

    private void changeUnit(UUID unit, String... more) {
        apply(unitChange(unit, more));
    }

    private StoreChange unitChange(UUID unit, String... more) {
        return scratch.change(ScratchEntries.UNITS, unit, "jedinica-" + unit, ScratchEntries.unit(more));
    }

    private UUID phone(UUID unit, String number, String... more) {
        UUID id = Publishing.newId();
        apply(phoneChange(id, unit, number, more));
        return id;
    }

    private StoreChange phoneChange(UUID id, UUID unit, String number, String... more) {
        return scratch.change(
                ScratchEntries.CHANNELS, id, "kanal-" + id, ScratchEntries.channel(unit, "phone", number, more));
    }

    private void apply(StoreChange... changes) {
        assertThat(scratch.violationsOf(changes)).isEmpty();
    }

    private static JsonPath channel(UUID id) {
        return get("/" + id);
    }

    private static JsonPath get(String path) {
        Response response = given().urlEncodingEnabled(false).get(CHANNELS + path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath();
    }

    private static List<String> listed(UUID unit, String more) {
        return get("?unit=" + unit + more).getList("data.id", String.class);
    }

    private static void assertNumber(UUID id, String region, String e164) {
        JsonPath channel = channel(id);
        assertThat(channel.getString("region")).isEqualTo(region);
        assertThat(channel.getString("e164")).isEqualTo(e164);
    }

    @Test
    void aNumberIsReadInTheCountryOfItsUnit() {
        assertNumber(phone(unit(SARAJEVO), "061/102-034"), "BA", "+38761102034");
        assertNumber(phone(unit(BEOGRAD), "061/102-034"), "RS", "+38161102034");
        assertNumber(phone(unit(), "061/102-034"), "RS", "+38161102034");
    }

    @Test
    void theNearestUnitAboveWithAnAddressDecides() {
        UUID sarajevo = unit(SARAJEVO);
        UUID within = unit("'parent': '" + sarajevo + "'");
        UUID belgrade = unit("'parent': '" + within + "'", BEOGRAD);

        assertNumber(phone(within, "061/102-034"), "BA", "+38761102034");
        assertNumber(phone(belgrade, "061/102-034"), "RS", "+38161102034");
    }

    @Test
    void theRegionOfTheChannelComesFirst() {
        UUID sarajevo = unit(SARAJEVO);

        assertNumber(phone(sarajevo, "061/102-034", "'region': 'RS'"), "RS", "+38161102034");
        assertNumber(phone(sarajevo, "0800 77 99", "'region': 'HR'"), "HR", "+3858007799");
        assertNumber(phone(sarajevo, "116 006", "'region': 'HR'"), "HR", null);
        assertNumber(phone(sarajevo, "08000 121 700", "'region': 'GB'"), "GB", "+448000121700");
    }

    @Test
    void aUnitThatIsPublishedInTheSameSetDecidesWhateverTheOrder() {
        UUID unit = Publishing.newId();
        UUID first = Publishing.newId();
        UUID last = Publishing.newId();

        apply(
                phoneChange(first, unit, "061/102-034"),
                unitChange(unit, SARAJEVO),
                phoneChange(last, unit, "061/102-035"));

        assertNumber(first, "BA", "+38761102034");
        assertNumber(last, "BA", "+38761102035");
    }

    @Test
    void aNumberDoesNotChangeWhenItsUnitMoves() {
        UUID unit = unit(SARAJEVO);
        UUID id = phone(unit, "061/102-034");
        changeUnit(unit, BEOGRAD);

        assertNumber(id, "BA", "+38761102034");

        apply(phoneChange(id, unit, "061/102-034"));
        assertNumber(id, "RS", "+38161102034");
    }

    @Test
    void aNumberOfAnotherCountryIsRefusedWithTheCountryInWhichItWasRead() {
        UUID sarajevo = unit(SARAJEVO);
        UUID id = Publishing.newId();

        assertThat(scratch.violationsOf(phoneChange(id, sarajevo, "011 2345 678")))
                .containsEntry(id, List.of("/value phone-not-valid-for-region"));
        assertThat(scratch.violationsOf(phoneChange(id, sarajevo, "011 2345 678", "'region': 'XX'")))
                .containsEntry(id, List.of("/region phone-unknown-region"));
    }

    @Test
    void theFeedHasTheRegionAndTheNumber() {
        String token = FeedReader.endToken("");
        UUID id = phone(unit(SARAJEVO), "061/102-034");

        Map<String, Object> change = given().queryParam("since", token)
                .get("/api/v1/changes")
                .jsonPath()
                .getMap("changes.find { it.id == '" + id + "' }");

        assertThat(change.get("address").toString()).contains("+38761102034");
        assertThat(change.get("content").toString()).contains("region=BA").doesNotContain("inheritedFacts");
    }

    @Test
    void aChannelEndsOnTheDayOnWhichItsUnitIsDissolved() {
        UUID unit = unit();
        UUID id = phone(unit, "011 123 4567");
        changeUnit(unit, "'dissolved': '2031-04-01'");

        assertThat(channel(id).getString("availableUntil")).isEqualTo("2031-03-31");
        SettableClock.set(Instant.parse("2031-03-31T21:59:59Z"));
        assertThat(listed(unit, "")).containsExactly(id.toString());
        assertThat(openNow(unit)).containsExactly(id.toString());
        assertThat(bundle()).contains(id.toString());
        SettableClock.set(Instant.parse("2031-03-31T22:00:00Z"));
        assertThat(listed(unit, "")).isEmpty();
        assertThat(openNow(unit)).isEmpty();
        assertThat(bundle()).doesNotContain(id.toString());
        assertThat(listed(unit, "&status=ended")).containsExactly(id.toString());
        assertThat(channel(id).getString("value")).isEqualTo("011 123 4567");
    }

    private static String bundle() {
        return given().get("/api/v1/bundle?lang=en").asString();
    }

    private static List<String> openNow(UUID unit) {
        return get("/open-now?unit=" + unit).getList("data.channel.id", String.class);
    }

    @Test
    void theUnitsAboveCountAndTheEarliestDayDecides() {
        UUID above = unit();
        UUID within = unit("'parent': '" + above + "'", "'dissolved': '2031'");
        UUID id = phone(within, "011 123 4567", "'availableUntil': '2031-06-01'");
        assertThat(channel(id).getString("availableUntil")).isEqualTo("2031-06-01");

        changeUnit(above, "'dissolved': '2030-05'");
        assertThat(channel(id).getString("availableUntil")).isEqualTo("2030-05-30");

        changeUnit(above);
        assertThat(channel(id).getString("availableUntil")).isEqualTo("2031-06-01");
    }

    @Test
    void aUnitThatMovesUnderADissolvedOneIsClosedToo() {
        UUID dissolved = unit("'dissolved': '2030-05-31'");
        UUID unit = unit();
        UUID id = phone(unit, "011 123 4567");

        changeUnit(unit, "'parent': '" + dissolved + "'");

        assertThat(channel(id).getString("availableUntil")).isEqualTo("2030-05-30");
    }

    @Test
    void theFeedTellsThatAChannelEnds() {
        UUID unit = unit();
        UUID id = phone(unit, "011 123 4567");
        String token = FeedReader.endToken("");

        changeUnit(unit, "'dissolved': '2020-01-01'");

        JsonPath changes =
                given().queryParam("since", token).get("/api/v1/changes").jsonPath();
        String change = "changes.find { it.id == '" + id + "' }.";
        assertThat(changes.getString(change + "op")).isEqualTo("upsert");
        assertThat(changes.getString(change + "importance")).isEqualTo("major");
        assertThat(changes.getString(change + "content.availableUntil")).isEqualTo("2019-12-31");
        assertThat(changes.getString(change + "content.inheritedFacts")).isNull();
    }

    @Test
    void aUnitAndItsChannelAreClosedInOneSet() {
        UUID unit = Publishing.newId();
        UUID id = Publishing.newId();
        apply(unitChange(unit), phoneChange(id, unit, "011 123 4567"));

        apply(phoneChange(id, unit, "011 123 4568"), unitChange(unit, "'dissolved': '2030-05-31'"));

        assertThat(channel(id).getString("value")).isEqualTo("011 123 4568");
        assertThat(channel(id).getString("availableUntil")).isEqualTo("2030-05-30");
    }

    @Test
    void aChangeThatClosesNothingChangesNoChannel() {
        UUID unit = unit();
        phone(unit, "011 123 4567");
        long before = scratch.position();

        changeUnit(unit, "'sortOrder': 901");

        assertThat(scratch.position()).isEqualTo(before + 1);
    }

    @Test
    void nothingNewIsPublishedUnderADissolvedUnit() {
        UUID dissolved = unit("'dissolved': '2020-01-01'");
        UUID under = unit("'parent': '" + dissolved + "'");
        UUID open = unit();
        UUID moved = phone(open, "011 123 4567");
        UUID id = Publishing.newId();

        for (UUID closed : List.of(dissolved, under)) {
            assertThat(scratch.violationsOf(phoneChange(id, closed, "011 123 4567")))
                    .containsEntry(id, List.of("/unit unit-dissolved"));
            assertThat(scratch.violationsOf(phoneChange(moved, closed, "011 123 4567")))
                    .containsEntry(moved, List.of("/unit unit-dissolved"));
        }
        apply(phoneChange(id, unit("'dissolved': '2031-01-01'"), "011 123 4567"));
    }

    @Test
    void aChannelOfADissolvedUnitCanBeCorrectedAndWithdrawn() {
        UUID unit = unit();
        UUID id = phone(unit, "011 123 4567");
        changeUnit(unit, "'dissolved': '2020-01-01'");

        apply(phoneChange(id, unit, "011 123 4568"));

        assertThat(channel(id).getString("value")).isEqualTo("011 123 4568");
        assertThat(channel(id).getString("availableUntil")).isEqualTo("2019-12-31");
        scratch.withdraw(id, WithdrawalReason.WITHDRAWN);
        assertThat(given().get(CHANNELS + "/" + id).statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2031-01-01", "2099-12-31"})
    void nothingWasVerifiedInTheFuture(String day) {
        UUID unit = unit();
        UUID id = Publishing.newId();

        assertThat(scratch.violationsOf(phoneChange(id, unit, "011 123 4567", "'lastVerified': '" + day + "'")))
                .containsEntry(id, List.of("/lastVerified in-the-future"));
    }

    @Test
    void whatIsStatedAboutCallersAbroadIsShown() {
        UUID unit = unit();

        assertThat((Boolean) channel(phone(unit, "0800 222 003")).get("dialableFromAbroad"))
                .isNull();
        assertThat((Boolean) channel(phone(unit, "0800 222 003", "'dialableFromAbroad': false"))
                        .get("dialableFromAbroad"))
                .isFalse();
        UUID id = Publishing.newId();
        assertThat(scratch.violationsOf(phoneChange(id, unit, "116 006", "'dialableFromAbroad': true")))
                .containsEntry(id, List.of("/dialableFromAbroad short-code-from-abroad"));
        assertThat(scratch.violationsOf(scratch.change(
                        ScratchEntries.CHANNELS,
                        id,
                        "kanal-" + id,
                        ScratchEntries.channel(unit, "email", "a@example.org", "'dialableFromAbroad': true"))))
                .containsEntry(id, List.of("/dialableFromAbroad only-for-numbers"));
    }
}
