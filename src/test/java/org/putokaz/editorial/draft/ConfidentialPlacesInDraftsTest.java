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
import org.putokaz.editorial.Draft;
import org.putokaz.editorial.Sample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;

/** Where a confidential unit is stands in no draft that knows of it, and is published in no order of events. */
@DatabaseTest
@TestProfile(Apart.class)
class ConfidentialPlacesInDraftsTest {

    private static final String STREET = "Канаринчева 17";
    private static final String ADDRESS =
            "'address': {'street': {'sr-Cyrl': '" + STREET + "'}, 'city': {'sr-Cyrl': 'Београд'}}";
    private static final String LOCATION = "'location': {'latitude': 44.123456, 'longitude': 20.654321}";
    private static final String HIDDEN = "'confidentialLocation': true";

    /** Published and confidential. */
    private Draft shelter;

    @BeforeEach
    void publishAShelter() {
        shelter = Draft.published(Sample.UNIT, unit(HIDDEN));
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
            Draft.clear();
        }
    }

    private static String unit(String... more) {
        return "{'name': {'sr-Cyrl': '" + Sample.newName() + "'}, 'kind': 'office', 'sortOrder': 900, "
                + String.join(", ", more) + "}";
    }

    private static String below(Draft unit) {
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

    private static Response begin(Sample of, String content) {
        return Draft.post(of, Draft.wrapped(content));
    }

    @ParameterizedTest
    @ValueSource(strings = {ADDRESS, LOCATION})
    void aDraftHoldsNotBothTheFlagAndThePlace(String place) {
        assertRefused(begin(Sample.UNIT, unit(HIDDEN, place)));

        Draft placeFirst = Draft.begin(Sample.UNIT, unit(place));
        assertRefused(placeFirst.patch(Draft.MERGE, "{" + HIDDEN + "}"));
        placeFirst.patch(Draft.MERGE, "{'address': null, 'location': null, " + HIDDEN + "}");
        assertThat(placeFirst.get().<Boolean>path("content.confidentialLocation"))
                .isTrue();
        placeFirst.act("revisions/1/restore", "", Draft.editor());
        assertRefused(placeFirst.patch(Draft.MERGE, "{" + HIDDEN + "}"));

        Draft flagFirst = Draft.begin(Sample.UNIT, unit(HIDDEN));
        assertRefused(flagFirst.patch(Draft.MERGE, "{" + place + "}"));
        assertRefused(shelter.patch(Draft.MERGE, "{" + place + "}"));
    }

    @ParameterizedTest
    @CsvSource({"post, true", "in-person, true", "post, false", "in-person, false"})
    void noDraftOfAChannelLeadsThere(String kind, boolean published) {
        Draft hidden = published ? shelter : Draft.begin(Sample.UNIT, unit(HIDDEN));
        Draft room = Draft.begin(Sample.UNIT, unit(below(hidden)));
        Draft corner = Draft.begin(Sample.UNIT, unit(below(room)));
        for (String unit : new String[] {hidden.id, room.id, corner.id, Center.SHELTER}) {
            assertRefused(begin(Sample.CHANNEL, post(unit, kind)));
        }
        Draft phone = Draft.begin(Sample.CHANNEL, Sample.CHANNEL.naming(Sample.newName(), corner.id));
        assertRefused(phone.patch(Draft.MERGE, "{'kind': '" + kind + "', 'value': '" + STREET + "'}"));
        Draft elsewhere = Draft.begin(Sample.CHANNEL, post(Center.CENTER, kind));
        assertRefused(elsewhere.patch(Draft.MERGE, "{'unit': '" + corner.id + "'}"));
    }

    @Test
    void aUnitWithAPlaceIsNotMovedThere() {
        Draft room = Draft.begin(Sample.UNIT, unit(below(shelter)));
        Draft open = Draft.begin(Sample.UNIT, unit(ADDRESS));
        assertRefused(open.patch(Draft.MERGE, "{" + below(room) + "}"));
        assertRefused(begin(Sample.UNIT, unit(ADDRESS, below(shelter))));
    }

    /** The draft was written before anybody knew; nothing can take it back, but it goes nowhere. */
    @Test
    void aDraftFromBeforeTheFlagIsNeverPublished() {
        Draft house = Draft.published(Sample.UNIT, Sample.UNIT.content());
        Draft room = Draft.begin(Sample.UNIT, unit(ADDRESS, below(house)));
        Draft letter = Draft.begin(Sample.CHANNEL, post(house.id, "post"));
        letter.submit().approve();
        assertThat(room.get().<Boolean>path("publishable.ok")).isTrue();

        house.patch(Draft.MERGE, "{" + HIDDEN + "}");
        house.publish();

        assertThat(room.get().<String>path("publishable.errors[0].code")).isEqualTo("confidential-place-shown");
        assertRefused(room.act("publish", ""));
        assertRefused(letter.act("publish", ""));
        assertRefused(room.patch(Draft.MERGE, "{'sortOrder': 901}"));
        assertThat(given().get(room.publicPath()).statusCode()).isEqualTo(404);
        assertThat(given().get(letter.publicPath()).statusCode()).isEqualTo(404);
    }

    @Test
    void theFlagWaitsUntilWhatShowsThePlaceIsWithdrawn() {
        Draft house = Draft.published(Sample.UNIT, Sample.UNIT.content());
        Draft room =
                Draft.published(Sample.UNIT, unit("'location': {'latitude': 44.8, 'longitude': 20.4}", below(house)));
        house.patch(Draft.MERGE, "{" + HIDDEN + "}");
        Response refused = house.act("publish", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("violations[0].code")).isEqualTo("of-another-entry");
        assertThat(refused.<String>path("violations[0].message")).contains(room.id);
        assertThat(house.get().<String>path("publishable.errors[0].entry")).isEqualTo(room.id);

        room.withdraw("safety");
        house.publish();
        assertThat(house.get().<String>path("publicSees")).isEqualTo("this-revision");
        assertRefused(room.put(Draft.wrapped(unit(ADDRESS, below(house)))));
        assertThat(room.put(Draft.wrapped(unit(below(house)))).statusCode()).isEqualTo(200);
    }

    @Test
    void movingTheUnitBetweenIsRefusedToo() {
        Draft between = Draft.published(Sample.UNIT, Sample.UNIT.content());
        Draft room =
                Draft.published(Sample.UNIT, unit("'location': {'latitude': 44.8, 'longitude': 20.4}", below(between)));
        between.patch(Draft.MERGE, "{" + below(shelter) + "}");
        assertThat(between.act("publish", "").statusCode()).isEqualTo(422);
        room.withdraw("error");
        between.publish();
        assertThat(room.act("publish", "").statusCode()).isEqualTo(422);
    }

    @Test
    void whatIsHiddenStaysSoWhenItIsWithdrawn() {
        Draft room = Draft.published(Sample.UNIT, unit(below(shelter)));
        shelter.withdraw("error");
        assertRefused(room.patch(Draft.MERGE, "{" + ADDRESS + "}"));
        assertRefused(begin(Sample.CHANNEL, post(room.id, "in-person")));
        assertRefused(begin(Sample.CHANNEL, post(shelter.id, "in-person")));
    }

    @Test
    void aDraftThatUnhidesDoesNotOpenWhatIsStillHiddenForThePublic() {
        shelter.patch(Draft.MERGE, "{'confidentialLocation': false}");
        assertRefused(begin(Sample.CHANNEL, post(shelter.id, "post")));
        shelter.publish();
        assertThat(begin(Sample.CHANNEL, post(shelter.id, "post")).statusCode()).isEqualTo(201);
    }
}
