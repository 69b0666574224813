package org.putokaz.live.write;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody learns from us where a confidential unit is, whatever is done in whatever order. */
@DatabaseTest
class ConfidentialLocationTest {

    private static final String CANARY = "Канаринчева 17";
    private static final String ADDRESS =
            "'address': {'street': {'sr-Cyrl': '" + CANARY + "'}, 'city': {'sr-Cyrl': 'Београд'}}";
    private static final String LOCATION = "'location': {'latitude': 44.123456, 'longitude': 20.654321}";
    /** Of a unit that hides nothing. */
    private static final String OPEN_LOCATION = "'location': {'latitude': 44.8, 'longitude': 20.4}";

    private static final String HIDDEN = "'confidentialLocation': true";
    private static final String SHOWN = " confidential-place-shown";

    @Inject
    ScratchEntries scratch;

    @Inject
    Session session;

    private UUID shelter;
    private UUID room;
    private UUID corner;
    private long position;

    /** A confidential unit, one below it, and one below that. */
    @BeforeEach
    void publishThreeLevels() {
        shelter =
                scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("skloniste"), ScratchEntries.unit(HIDDEN));
        room = scratch.publish(
                ScratchEntries.UNITS, ScratchEntries.slug("soba"), ScratchEntries.unit(below(shelter)));
        corner =
                scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("ugao"), ScratchEntries.unit(below(room)));
        position = scratch.position();
    }

    @AfterEach
    void nothingOfTheCanaryIsLeft() {
        // Before the test's own entries are withdrawn, which would take it away.
        try {
            noAnswerTellsTheCanary();
        } finally {
            scratch.withdrawAll();
        }
    }

    private static String below(UUID unit) {
        return "'parent': '" + unit + "'";
    }

    private StoreChange unit(UUID id, String... more) {
        return scratch.change(ScratchEntries.UNITS, id, ScratchEntries.slug("mesto"), ScratchEntries.unit(more));
    }

    private StoreChange place(UUID id, UUID unit, String kind) {
        return scratch.change(
                ScratchEntries.CHANNELS,
                id,
                ScratchEntries.slug("adresa"),
                ScratchEntries.channel(unit, kind, CANARY));
    }

    private void assertRefused(UUID culprit, String complaint, StoreChange... changes) {
        assertThat(scratch.violationsOf(changes)).isEqualTo(Map.of(culprit, List.of(complaint)));
        assertThat(scratch.position()).isEqualTo(position);
    }

    private void assertDone(StoreChange... changes) {
        assertThat(scratch.violationsOf(changes)).isEmpty();
        position = scratch.position();
    }

    @ParameterizedTest
    @ValueSource(strings = {ADDRESS, LOCATION})
    void aConfidentialUnitHasNeitherAddressNorCoordinates(String place) {
        UUID id = Publishing.newId();
        assertRefused(id, SHOWN, unit(id, HIDDEN, place));
        assertRefused(shelter, SHOWN, unit(shelter, HIDDEN, place));
    }

    @ParameterizedTest
    @ValueSource(strings = {ADDRESS, LOCATION})
    void norHasAnyUnitBelowIt(String place) {
        UUID id = Publishing.newId();
        assertRefused(id, SHOWN, unit(id, below(shelter), place));
        assertRefused(id, SHOWN, unit(id, below(corner), place));
        assertRefused(corner, SHOWN, unit(corner, below(room), place));
    }

    @ParameterizedTest
    @ValueSource(strings = {"post", "in-person"})
    void noChannelLeadsThere(String kind) {
        for (UUID unit : List.of(shelter, room, corner, UUID.fromString(Center.SHELTER))) {
            UUID id = Publishing.newId();
            assertRefused(id, SHOWN, place(id, unit, kind));
        }
    }

    @ParameterizedTest
    @CsvSource({"phone, 011 123 4567", "email, pomoc@example.rs", "web, https://example.rs/pomoc"})
    void itCanBeReachedByWhateverDoesNotTellWhereItIs(String kind, String value) {
        assertDone(scratch.change(
                ScratchEntries.CHANNELS,
                Publishing.newId(),
                ScratchEntries.slug("veza"),
                ScratchEntries.channel(corner, kind, value)));
    }

    @Test
    void aUnitWithAnAddressCannotMoveBelowIt() {
        UUID id = Publishing.newId();
        assertDone(unit(id, OPEN_LOCATION));
        assertRefused(id, SHOWN, unit(id, below(corner), OPEN_LOCATION));
        assertDone(unit(id, below(corner)));
    }

    @Test
    void aUnitCannotMoveBelowItWithTheAddressOfWhatIsBelow() {
        UUID above = Publishing.newId();
        UUID deep = Publishing.newId();
        assertDone(unit(above), unit(deep, below(above), OPEN_LOCATION));
        assertRefused(deep, SHOWN, unit(above, below(corner)));
    }

    @Test
    void aUnitCannotBecomeConfidentialWhileItsPlaceIsShown() {
        UUID id = Publishing.newId();
        UUID under = Publishing.newId();
        UUID channel = Publishing.newId();
        assertDone(
                unit(id),
                unit(under, below(id)),
                scratch.change(
                        ScratchEntries.CHANNELS,
                        channel,
                        ScratchEntries.slug("adresa"),
                        ScratchEntries.channel(under, "in-person", "Јавна 1, Београд")));
        assertRefused(channel, SHOWN, unit(id, HIDDEN));
        assertRefused(channel, SHOWN, unit(under, below(id), HIDDEN));

        assertDone(withdrawal(channel), unit(id, HIDDEN));
        assertRefused(channel, SHOWN, place(channel, under, "in-person"));
    }

    private static StoreChange withdrawal(UUID id) {
        return new StoreChange.Withdraw(id, WithdrawalReason.SAFETY, null, Importance.MAJOR, null);
    }

    @Test
    void oneSetThatDoesBothIsRefusedInEitherOrder() {
        UUID id = Publishing.newId();
        UUID channel = Publishing.newId();
        assertRefused(channel, SHOWN, unit(id, HIDDEN), place(channel, id, "post"));
        assertRefused(channel, SHOWN, place(channel, id, "post"), unit(id, HIDDEN));
        UUID under = Publishing.newId();
        assertRefused(under, SHOWN, unit(under, below(id), ADDRESS), unit(id, HIDDEN));
    }

    @Test
    void whatWasWithdrawnStillHidesWhatIsBelowIt() {
        assertDone(withdrawal(shelter));
        UUID channel = Publishing.newId();
        assertRefused(channel, SHOWN, place(channel, room, "in-person"));
        assertRefused(channel, SHOWN, place(channel, corner, "in-person"));
        assertDone(withdrawal(room));
        assertRefused(channel, SHOWN, place(channel, corner, "in-person"));
    }

    @Test
    void aUnitThatIsNoLongerBelowItMayTellItsPlace() {
        assertDone(unit(corner, LOCATION));
        assertDone(unit(corner));
    }

    @Test
    void anAddressThatWasPublicBeforeIsNowhereAfterwards() {
        UUID id = Publishing.newId();
        String slug = ScratchEntries.slug("nekad-javno");
        assertDone(scratch.change(ScratchEntries.UNITS, id, slug, ScratchEntries.unit(ADDRESS)));
        assertThat(given().get("/api/v1/organisational-units/{id}", id).asString())
                .contains(CANARY);
        assertRefused(id, SHOWN, unit(id, ADDRESS, HIDDEN));
        assertDone(unit(id, HIDDEN));
    }

    /** Reads everything there is to read, and the tables themselves. */
    private void noAnswerTellsTheCanary() {
        List<String> urls = new ArrayList<>();
        for (String language : List.of("sr-Cyrl", "sr-Latn", "en")) {
            urls.add("/api/v1?lang=" + language);
            urls.add("/api/v1/organisational-units/tree?lang=" + language);
            urls.add("/api/v1/organisational-units?limit=100&include=parent,successors&lang=" + language);
            urls.add("/api/v1/contact-channels?limit=100&status=all&include=unit&lang=" + language);
            urls.add("/api/v1/contact-channels/open-now?limit=100&lang=" + language);
            urls.add("/api/v1/history-events?limit=100&include=units&lang=" + language);
            urls.add("/api/v1/help-guides?limit=100&include=contactChannels&lang=" + language);
            urls.add("/api/v1/organisational-units/" + shelter + "?include=parent,successors&lang=" + language);
        }
        for (String url : urls) {
            assertThat(given().urlEncodingEnabled(false).get(url).asString())
                    .as(url)
                    .doesNotContainIgnoringCase("анаринч")
                    .doesNotContainIgnoringCase("anarinč")
                    .doesNotContain("44.123456")
                    .doesNotContain("20.654321");
        }
        assertThat(storedDocumentsWith("анаринч")).isZero();
        assertThat(storedDocumentsWith("anarinč")).isZero();
    }

    private long storedDocumentsWith(String text) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) session.createNativeQuery(
                                        "select count(*) from live.entry where document like :text", Object.class)
                                .setParameter("text", "%" + text + "%")
                                .getSingleResult())
                        .longValue());
    }

    @Test
    void noUnitIsPartOfItselfHoweverLongTheCircle() {
        assertRefused(room, "/parent part-of-itself", unit(room, below(room)));
        UUID first = Publishing.newId();
        UUID second = Publishing.newId();
        UUID third = Publishing.newId();
        assertDone(unit(first), unit(second, below(first)), unit(third, below(second)));
        assertRefused(first, "/parent part-of-itself", unit(first, below(second)));
        assertRefused(first, "/parent part-of-itself", unit(first, below(third)));
    }

    @Test
    void aSetCannotCloseACircleEither() {
        UUID first = Publishing.newId();
        UUID second = Publishing.newId();
        assertThat(scratch.violationsOf(unit(first, below(second)), unit(second, below(first))))
                .isEqualTo(Map.of(first, List.of("/parent part-of-itself"), second, List.of("/parent part-of-itself")));
    }

    @ParameterizedTest
    @CsvSource({
        "organisational-units, parent, /parent",
        "organisational-units, predecessors, /predecessors/1",
        "history-events, units, /units/1",
        "contact-channels, unit, /unit",
        "help-guides, contactChannels, /steps/0/contactChannels/1"
    })
    void onlyAPublishedEntryOfTheRightFamilyCanBeNamed(String family, String field, String pointer) {
        UUID unit = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("jedinica"), ScratchEntries.unit());
        UUID channel = scratch.publish(
                ScratchEntries.CHANNELS,
                ScratchEntries.slug("veza"),
                ScratchEntries.channel(unit, "phone", "011 123 4567"));
        UUID withdrawn = scratch.publish(
                family.equals(ScratchEntries.GUIDES) ? ScratchEntries.CHANNELS : ScratchEntries.UNITS,
                ScratchEntries.slug("povuceno"),
                family.equals(ScratchEntries.GUIDES)
                        ? ScratchEntries.channel(unit, "phone", "011 123 4567")
                        : ScratchEntries.unit());
        scratch.withdraw(withdrawn, WithdrawalReason.WITHDRAWN);
        position = scratch.position();
        UUID good = family.equals(ScratchEntries.GUIDES) ? channel : unit;
        UUID ofAnotherFamily = family.equals(ScratchEntries.GUIDES) ? unit : channel;

        for (UUID bad : List.of(Publishing.newId(), withdrawn, ofAnotherFamily)) {
            UUID id = Publishing.newId();
            assertRefused(
                    id,
                    pointer + " reference-not-published",
                    scratch.change(family, id, ScratchEntries.slug("imenuje"), naming(field, good, bad)));
        }
    }

    private static String naming(String field, UUID good, UUID bad) {
        String both = "['" + good + "', '" + bad + "']";
        return switch (field) {
            case "parent" -> ScratchEntries.unit(below(bad));
            case "predecessors" -> ScratchEntries.unit("'predecessors': " + both);
            case "units" -> ScratchEntries.event("'units': " + both);
            case "unit" -> ScratchEntries.channel(bad, "phone", "011 123 4567");
            default ->
                ScratchEntries.guide(ScratchEntries.step(Publishing.newId(), "korak", "'contactChannels': " + both));
        };
    }
}
