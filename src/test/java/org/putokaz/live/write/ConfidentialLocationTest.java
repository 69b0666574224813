package org.putokaz.live.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

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
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;

/** No response discloses a confidential location, whatever changes are made in whatever order. */
@DatabaseTest
class ConfidentialLocationTest {

    private static final String CANARY = "Канаринчева 17";
    private static final String ADDRESS =
            "'address': {'street': {'sr-Cyrl': '" + CANARY + "'}, 'city': {'sr-Cyrl': 'Београд'}}";
    private static final String LOCATION = "'location': {'latitude': 44.123456, 'longitude': 20.654321}";
    /** Location of a unit that is not confidential. */
    private static final String OPEN_LOCATION = "'location': {'latitude': 44.8, 'longitude': 20.4}";

    private static final String HIDDEN = "'confidentialLocation': true";
    private static final String SHOWN = " confidential-place-shown";

    @Inject
    ScratchEntries scratch;

    @Inject
    Session session;

    private UUID shelter;
    private UUID child;
    private UUID grandchild;
    private long position;

    /** A confidential unit, one below it, and one below that. */
    @BeforeEach
    void publishThreeLevels() {
        shelter = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("skloniste"), ScratchEntries.unit(HIDDEN));
        child = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("soba"), ScratchEntries.unit(below(shelter)));
        grandchild =
                scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("ugao"), ScratchEntries.unit(below(child)));
        position = scratch.position();
    }

    @AfterEach
    void checkForTheCanary() {
        // Before the test's own entries are withdrawn, and the canary with them.
        try {
            assertNoResponseHasTheCanary();
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

    private StoreChange addressChannel(UUID id, UUID unit, String kind) {
        return scratch.change(
                ScratchEntries.CHANNELS, id, ScratchEntries.slug("adresa"), ScratchEntries.channel(unit, kind, CANARY));
    }

    private void assertRejected(UUID entry, String violation, StoreChange... changes) {
        assertThat(scratch.violationsOf(changes)).isEqualTo(Map.of(entry, List.of(violation)));
        assertThat(scratch.position()).isEqualTo(position);
    }

    private void assertPublished(StoreChange... changes) {
        assertThat(scratch.violationsOf(changes)).isEmpty();
        position = scratch.position();
    }

    @ParameterizedTest
    @ValueSource(strings = {ADDRESS, LOCATION})
    void aConfidentialUnitHasNeitherAddressNorCoordinates(String location) {
        UUID id = Publishing.newId();
        assertRejected(id, SHOWN, unit(id, HIDDEN, location));
        assertRejected(shelter, SHOWN, unit(shelter, HIDDEN, location));
    }

    @ParameterizedTest
    @ValueSource(strings = {ADDRESS, LOCATION})
    void noUnitBelowItHasAnAddressOrCoordinatesEither(String location) {
        UUID id = Publishing.newId();
        assertRejected(id, SHOWN, unit(id, below(shelter), location));
        assertRejected(id, SHOWN, unit(id, below(grandchild), location));
        assertRejected(grandchild, SHOWN, unit(grandchild, below(child), location));
    }

    @ParameterizedTest
    @ValueSource(strings = {"post", "in-person"})
    void noChannelHasItsAddress(String kind) {
        for (UUID unit : List.of(shelter, child, grandchild, UUID.fromString(Center.SHELTER))) {
            UUID id = Publishing.newId();
            assertRejected(id, SHOWN, addressChannel(id, unit, kind));
        }
    }

    @ParameterizedTest
    @CsvSource({"phone, 011 123 4567", "email, pomoc@example.rs", "web, https://example.rs/pomoc"})
    void channelsThatDoNotDiscloseItsLocationArePublished(String kind, String value) {
        assertPublished(scratch.change(
                ScratchEntries.CHANNELS,
                Publishing.newId(),
                ScratchEntries.slug("veza"),
                ScratchEntries.channel(grandchild, kind, value)));
    }

    @Test
    void aUnitWithAnAddressCannotMoveBelowIt() {
        UUID id = Publishing.newId();
        assertPublished(unit(id, OPEN_LOCATION));
        assertRejected(id, SHOWN, unit(id, below(grandchild), OPEN_LOCATION));
        assertPublished(unit(id, below(grandchild)));
    }

    @Test
    void aUnitCannotMoveBelowItTogetherWithAUnitThatHasAnAddress() {
        UUID above = Publishing.newId();
        UUID deep = Publishing.newId();
        assertPublished(unit(above), unit(deep, below(above), OPEN_LOCATION));
        assertRejected(deep, SHOWN, unit(above, below(grandchild)));
    }

    @Test
    void aUnitCannotBecomeConfidentialWhileItsLocationIsDisclosed() {
        UUID id = Publishing.newId();
        UUID under = Publishing.newId();
        UUID channel = Publishing.newId();
        assertPublished(
                unit(id),
                unit(under, below(id)),
                scratch.change(
                        ScratchEntries.CHANNELS,
                        channel,
                        ScratchEntries.slug("adresa"),
                        ScratchEntries.channel(under, "in-person", "Јавна 1, Београд")));
        assertRejected(channel, SHOWN, unit(id, HIDDEN));
        assertRejected(channel, SHOWN, unit(under, below(id), HIDDEN));

        assertPublished(withdrawal(channel), unit(id, HIDDEN));
        assertRejected(channel, SHOWN, addressChannel(channel, under, "in-person"));
    }

    private static StoreChange withdrawal(UUID id) {
        return new StoreChange.Withdraw(id, WithdrawalReason.SAFETY, null, Importance.MAJOR, null);
    }

    @Test
    void aSetThatDoesBothIsRejectedInEitherOrder() {
        UUID id = Publishing.newId();
        UUID channel = Publishing.newId();
        assertRejected(channel, SHOWN, unit(id, HIDDEN), addressChannel(channel, id, "post"));
        assertRejected(channel, SHOWN, addressChannel(channel, id, "post"), unit(id, HIDDEN));
        UUID under = Publishing.newId();
        assertRejected(under, SHOWN, unit(under, below(id), ADDRESS), unit(id, HIDDEN));
    }

    @Test
    void aWithdrawnUnitStaysConfidentialWithAllBelowIt() {
        assertPublished(withdrawal(shelter));
        UUID channel = Publishing.newId();
        assertRejected(channel, SHOWN, addressChannel(channel, child, "in-person"));
        assertRejected(channel, SHOWN, addressChannel(channel, grandchild, "in-person"));
        assertPublished(withdrawal(child));
        assertRejected(channel, SHOWN, addressChannel(channel, grandchild, "in-person"));
    }

    @Test
    void aUnitThatIsNoLongerBelowItMayDiscloseItsLocation() {
        assertPublished(unit(grandchild, LOCATION));
        assertPublished(unit(grandchild));
    }

    @Test
    void anAddressThatWasPublicBeforeIsInNoResponseAfterwards() {
        UUID id = Publishing.newId();
        String slug = ScratchEntries.slug("nekad-javno");
        assertPublished(scratch.change(ScratchEntries.UNITS, id, slug, ScratchEntries.unit(ADDRESS)));
        assertThat(given().get("/api/v1/organisational-units/{id}", id).asString())
                .contains(CANARY);
        assertRejected(id, SHOWN, unit(id, ADDRESS, HIDDEN));
        assertPublished(unit(id, HIDDEN));
    }

    /** Reads all public responses, and the stored documents. */
    private void assertNoResponseHasTheCanary() {
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
    void noUnitIsPartOfItselfHoweverLongTheCycle() {
        assertRejected(child, "/parent part-of-itself", unit(child, below(child)));
        UUID first = Publishing.newId();
        UUID second = Publishing.newId();
        UUID third = Publishing.newId();
        assertPublished(unit(first), unit(second, below(first)), unit(third, below(second)));
        assertRejected(first, "/parent part-of-itself", unit(first, below(second)));
        assertRejected(first, "/parent part-of-itself", unit(first, below(third)));
    }

    @Test
    void aSetCannotCloseACycleEither() {
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
    void onlyAPublishedEntryOfTheRightFamilyCanBeReferredTo(String family, String field, String pointer) {
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
            assertRejected(
                    id,
                    pointer + " reference-not-published",
                    scratch.change(family, id, ScratchEntries.slug("imenuje"), withReference(field, good, bad)));
        }
    }

    private static String withReference(String field, UUID good, UUID bad) {
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
