package org.putokaz.editorial.draft;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;

/** Where a confidential unit is stands in no draft that knows of it, and is published in no order of events. */
@DatabaseTest
@TestProfile(Apart.class)
class ConfidentialPlaceTest {

    private static final String STREET = "Канаринчева 17";
    private static final String ADDRESS =
            "'address': {'street': {'sr-Cyrl': '" + STREET + "'}, 'city': {'sr-Cyrl': 'Београд'}}";
    private static final String LOCATION = "'location': {'latitude': 44.123456, 'longitude': 20.654321}";
    private static final String HIDDEN = "'confidentialLocation': true";

    /** Published and confidential. */
    private EntryClient shelter;

    @BeforeEach
    void publishAShelter() {
        shelter = EntryClient.createPublished(FamilySample.UNIT, unit(HIDDEN));
    }

    @AfterEach
    void nobodyWasToldAnything() {
        try {
            for (String list : new String[] {"organisational-units", "contact-channels"}) {
                assertThat(given().get("/api/v1/" + list + "?limit=100&lang=sr-Cyrl")
                                .asString())
                        .doesNotContain("Канаринчева")
                        .doesNotContain("44.123456");
            }
        } finally {
            EntryClient.withdrawAllPublished();
        }
    }

    private static String unit(String... more) {
        return "{'name': {'sr-Cyrl': '" + FamilySample.uniqueName() + "'}, 'kind': 'office', 'sortOrder': 900, "
                + String.join(", ", more) + "}";
    }

    private static String below(EntryClient unit) {
        return "'parent': '" + unit.id + "'";
    }

    private static String post(String unit, String kind) {
        return "{'unit': '" + unit + "', 'kind': '" + kind + "', 'value': '" + STREET
                + "', 'label': {'sr-Cyrl': 'Адреса'}, 'purposes': ['general'], 'rank': 900}";
    }

    private static void assertRefused(Response refused) {
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.<String>path("violations[0].code")).isEqualTo("confidential-place-shown");
        assertThat(refused.asString()).doesNotContain("Канаринчева");
    }

    private static Response begin(FamilySample sample, String content) {
        return EntryClient.post(sample, EntryClient.contentBody(content));
    }

    @ParameterizedTest
    @ValueSource(strings = {ADDRESS, LOCATION})
    void aDraftHoldsNotBothTheFlagAndThePlace(String place) {
        assertRefused(begin(FamilySample.UNIT, unit(HIDDEN, place)));

        EntryClient placeFirst = EntryClient.create(FamilySample.UNIT, unit(place));
        assertRefused(placeFirst.patch(EntryClient.MERGE_PATCH, "{" + HIDDEN + "}"));
        placeFirst.patch(EntryClient.MERGE_PATCH, "{'address': null, 'location': null, " + HIDDEN + "}");
        assertThat(placeFirst.get().<Boolean>path("content.confidentialLocation"))
                .isTrue();
        placeFirst.transition("revisions/1/restore", "", EntryClient.editor());
        assertRefused(placeFirst.patch(EntryClient.MERGE_PATCH, "{" + HIDDEN + "}"));

        EntryClient flagFirst = EntryClient.create(FamilySample.UNIT, unit(HIDDEN));
        assertRefused(flagFirst.patch(EntryClient.MERGE_PATCH, "{" + place + "}"));
        assertRefused(shelter.patch(EntryClient.MERGE_PATCH, "{" + place + "}"));
    }

    @ParameterizedTest
    @CsvSource({"post, true", "in-person, true", "post, false", "in-person, false"})
    void noDraftOfAChannelLeadsThere(String kind, boolean published) {
        EntryClient hidden = published ? shelter : EntryClient.create(FamilySample.UNIT, unit(HIDDEN));
        EntryClient room = EntryClient.create(FamilySample.UNIT, unit(below(hidden)));
        EntryClient corner = EntryClient.create(FamilySample.UNIT, unit(below(room)));
        for (String unit : new String[] {hidden.id, room.id, corner.id, Center.SHELTER}) {
            assertRefused(begin(FamilySample.CHANNEL, post(unit, kind)));
        }
        EntryClient phone = EntryClient.create(FamilySample.CHANNEL, FamilySample.CHANNEL.contentReferencing(FamilySample.uniqueName(), corner.id));
        assertRefused(phone.patch(EntryClient.MERGE_PATCH, "{'kind': '" + kind + "', 'value': '" + STREET + "'}"));
        EntryClient elsewhere = EntryClient.create(FamilySample.CHANNEL, post(Center.CENTER, kind));
        assertRefused(elsewhere.patch(EntryClient.MERGE_PATCH, "{'unit': '" + corner.id + "'}"));
    }

    @Test
    void aUnitWithAPlaceIsNotMovedThere() {
        EntryClient room = EntryClient.create(FamilySample.UNIT, unit(below(shelter)));
        EntryClient open = EntryClient.create(FamilySample.UNIT, unit(ADDRESS));
        assertRefused(open.patch(EntryClient.MERGE_PATCH, "{" + below(room) + "}"));
        assertRefused(begin(FamilySample.UNIT, unit(ADDRESS, below(shelter))));
    }

    /** The draft was written before anybody knew; nothing can take it back, but it goes nowhere. */
    @Test
    void aDraftFromBeforeTheFlagIsNeverPublished() {
        EntryClient house = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content());
        EntryClient room = EntryClient.create(FamilySample.UNIT, unit(ADDRESS, below(house)));
        EntryClient letter = EntryClient.create(FamilySample.CHANNEL, post(house.id, "post"));
        letter.submit().approve();
        assertThat(room.get().<Boolean>path("publishable.ok")).isTrue();

        house.patch(EntryClient.MERGE_PATCH, "{" + HIDDEN + "}");
        house.publish();

        assertThat(room.get().<String>path("publishable.errors[0].code")).isEqualTo("confidential-place-shown");
        assertRefused(room.transition("publish", ""));
        assertRefused(letter.transition("publish", ""));
        assertRefused(room.patch(EntryClient.MERGE_PATCH, "{'sortOrder': 901}"));
        assertThat(given().get(room.publicPath()).statusCode()).isEqualTo(404);
        assertThat(given().get(letter.publicPath()).statusCode()).isEqualTo(404);
    }

    @Test
    void theFlagWaitsUntilWhatShowsThePlaceIsWithdrawn() {
        EntryClient house = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content());
        EntryClient room =
                EntryClient.createPublished(FamilySample.UNIT, unit("'location': {'latitude': 44.8, 'longitude': 20.4}", below(house)));
        house.patch(EntryClient.MERGE_PATCH, "{" + HIDDEN + "}");
        Response refused = house.transition("publish", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("violations[0].code")).isEqualTo("of-another-entry");
        assertThat(refused.<String>path("violations[0].message")).contains(room.id);
        assertThat(house.get().<String>path("publishable.errors[0].entry")).isEqualTo(room.id);

        room.withdraw("safety");
        house.publish();
        assertThat(house.get().<String>path("publicSees")).isEqualTo("this-revision");
        assertRefused(room.put(EntryClient.contentBody(unit(ADDRESS, below(house)))));
        assertThat(room.put(EntryClient.contentBody(unit(below(house)))).statusCode()).isEqualTo(200);
    }

    @Test
    void movingTheUnitBetweenIsRefusedToo() {
        EntryClient between = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content());
        EntryClient room =
                EntryClient.createPublished(FamilySample.UNIT, unit("'location': {'latitude': 44.8, 'longitude': 20.4}", below(between)));
        between.patch(EntryClient.MERGE_PATCH, "{" + below(shelter) + "}");
        assertThat(between.transition("publish", "").statusCode()).isEqualTo(422);
        room.withdraw("error");
        between.publish();
        assertThat(room.transition("publish", "").statusCode()).isEqualTo(422);
    }

    @Test
    void whatIsHiddenStaysSoWhenItIsWithdrawn() {
        EntryClient room = EntryClient.createPublished(FamilySample.UNIT, unit(below(shelter)));
        shelter.withdraw("error");
        assertRefused(room.patch(EntryClient.MERGE_PATCH, "{" + ADDRESS + "}"));
        assertRefused(begin(FamilySample.CHANNEL, post(room.id, "in-person")));
        assertRefused(begin(FamilySample.CHANNEL, post(shelter.id, "in-person")));
    }

    @Test
    void aDraftThatUnhidesDoesNotOpenWhatIsStillHiddenForThePublic() {
        shelter.patch(EntryClient.MERGE_PATCH, "{'confidentialLocation': false}");
        assertRefused(begin(FamilySample.CHANNEL, post(shelter.id, "post")));
        shelter.publish();
        assertThat(begin(FamilySample.CHANNEL, post(shelter.id, "post")).statusCode()).isEqualTo(201);
    }
}
