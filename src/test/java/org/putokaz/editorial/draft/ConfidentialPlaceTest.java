package org.putokaz.editorial.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
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
import org.putokaz.fixture.HttpTest;

/** Location of a confidential unit: no draft may disclose it, and it is not published in any order of edits. */
@HttpTest
@TestProfile(Apart.class)
class ConfidentialPlaceTest {

    private static final String STREET = "Канаринчева 17";
    private static final String ADDRESS =
            "'address': {'street': {'sr-Cyrl': '" + STREET + "'}, 'city': {'sr-Cyrl': 'Београд'}}";
    private static final String LOCATION = "'location': {'latitude': 44.123456, 'longitude': 20.654321}";
    private static final String CONFIDENTIAL = "'confidentialLocation': true";

    /** A published confidential unit. */
    private EntryClient shelter;

    @BeforeEach
    void publishAShelter() {
        shelter = EntryClient.createPublished(FamilySample.UNIT, unit(CONFIDENTIAL));
    }

    @AfterEach
    void verifyThatNothingWasDisclosed() {
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

    private static String addressChannel(String unit, String kind) {
        return "{'unit': '" + unit + "', 'kind': '" + kind + "', 'value': '" + STREET
                + "', 'label': {'sr-Cyrl': 'Адреса'}, 'purposes': ['general'], 'rank': 900}";
    }

    private static void assertRefused(Response refused) {
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.<String>path("violations[0].code")).isEqualTo("confidential-place-shown");
        assertThat(refused.asString()).doesNotContain("Канаринчева");
    }

    private static Response postDraft(FamilySample sample, String content) {
        return EntryClient.post(sample, EntryClient.contentBody(content));
    }

    @ParameterizedTest
    @ValueSource(strings = {ADDRESS, LOCATION})
    void aDraftCannotHoldBothTheFlagAndThePlace(String place) {
        assertRefused(postDraft(FamilySample.UNIT, unit(CONFIDENTIAL, place)));

        EntryClient placeFirst = EntryClient.create(FamilySample.UNIT, unit(place));
        assertRefused(placeFirst.patch(EntryClient.MERGE_PATCH, "{" + CONFIDENTIAL + "}"));
        placeFirst.patch(EntryClient.MERGE_PATCH, "{'address': null, 'location': null, " + CONFIDENTIAL + "}");
        assertThat(placeFirst.get().<Boolean>path("content.confidentialLocation"))
                .isTrue();
        placeFirst.transition("revisions/1/restore", "", EntryClient.editor());
        assertRefused(placeFirst.patch(EntryClient.MERGE_PATCH, "{" + CONFIDENTIAL + "}"));

        EntryClient flagFirst = EntryClient.create(FamilySample.UNIT, unit(CONFIDENTIAL));
        assertRefused(flagFirst.patch(EntryClient.MERGE_PATCH, "{" + place + "}"));
        assertRefused(shelter.patch(EntryClient.MERGE_PATCH, "{" + place + "}"));
    }

    @ParameterizedTest
    @CsvSource({"post, true", "in-person, true", "post, false", "in-person, false"})
    void noChannelDraftDisclosesThePlace(String kind, boolean published) {
        EntryClient confidential = published ? shelter : EntryClient.create(FamilySample.UNIT, unit(CONFIDENTIAL));
        EntryClient child = EntryClient.create(FamilySample.UNIT, unit(below(confidential)));
        EntryClient grandchild = EntryClient.create(FamilySample.UNIT, unit(below(child)));
        for (String unit : new String[] {confidential.id, child.id, grandchild.id, Center.SHELTER}) {
            assertRefused(postDraft(FamilySample.CHANNEL, addressChannel(unit, kind)));
        }
        EntryClient phone = EntryClient.create(
                FamilySample.CHANNEL,
                FamilySample.CHANNEL.contentReferencing(FamilySample.uniqueName(), grandchild.id));
        assertRefused(phone.patch(EntryClient.MERGE_PATCH, "{'kind': '" + kind + "', 'value': '" + STREET + "'}"));
        EntryClient elsewhere = EntryClient.create(FamilySample.CHANNEL, addressChannel(Center.CENTER, kind));
        assertRefused(elsewhere.patch(EntryClient.MERGE_PATCH, "{'unit': '" + grandchild.id + "'}"));
    }

    @Test
    void aUnitWithAPlaceIsNotMovedBelowAConfidentialOne() {
        EntryClient child = EntryClient.create(FamilySample.UNIT, unit(below(shelter)));
        EntryClient open = EntryClient.create(FamilySample.UNIT, unit(ADDRESS));
        assertRefused(open.patch(EntryClient.MERGE_PATCH, "{" + below(child) + "}"));
        assertRefused(postDraft(FamilySample.UNIT, unit(ADDRESS, below(shelter))));
    }

    /** The draft with the address is older than the flag, so it exists; but it cannot be published. */
    @Test
    void aDraftFromBeforeTheFlagIsNeverPublished() {
        EntryClient parent = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content());
        EntryClient child = EntryClient.create(FamilySample.UNIT, unit(ADDRESS, below(parent)));
        EntryClient postAddress = EntryClient.create(FamilySample.CHANNEL, addressChannel(parent.id, "post"));
        postAddress.submit().approve();
        assertThat(child.get().<Boolean>path("publishable.ok")).isTrue();

        parent.patch(EntryClient.MERGE_PATCH, "{" + CONFIDENTIAL + "}");
        parent.publish();

        assertThat(child.get().<String>path("publishable.errors[0].code")).isEqualTo("confidential-place-shown");
        assertRefused(child.transition("publish", ""));
        assertRefused(postAddress.transition("publish", ""));
        assertRefused(child.patch(EntryClient.MERGE_PATCH, "{'sortOrder': 901}"));
        assertThat(given().get(child.publicPath()).statusCode()).isEqualTo(404);
        assertThat(given().get(postAddress.publicPath()).statusCode()).isEqualTo(404);
    }

    @Test
    void theFlagWaitsUntilWhatShowsThePlaceIsWithdrawn() {
        EntryClient parent = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content());
        EntryClient child = EntryClient.createPublished(
                FamilySample.UNIT, unit("'location': {'latitude': 44.8, 'longitude': 20.4}", below(parent)));
        parent.patch(EntryClient.MERGE_PATCH, "{" + CONFIDENTIAL + "}");
        Response refused = parent.transition("publish", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("violations[0].code")).isEqualTo("of-another-entry");
        assertThat(refused.<String>path("violations[0].message")).contains(child.id);
        assertThat(parent.get().<String>path("publishable.errors[0].entry")).isEqualTo(child.id);

        child.withdraw("safety");
        parent.publish();
        assertThat(parent.get().<String>path("publicSees")).isEqualTo("this-revision");
        assertRefused(child.put(EntryClient.contentBody(unit(ADDRESS, below(parent)))));
        assertThat(child.put(EntryClient.contentBody(unit(below(parent)))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void movingTheUnitBetweenIsRefusedToo() {
        EntryClient between = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content());
        EntryClient child = EntryClient.createPublished(
                FamilySample.UNIT, unit("'location': {'latitude': 44.8, 'longitude': 20.4}", below(between)));
        between.patch(EntryClient.MERGE_PATCH, "{" + below(shelter) + "}");
        assertThat(between.transition("publish", "").statusCode()).isEqualTo(422);
        child.withdraw("error");
        between.publish();
        assertThat(child.transition("publish", "").statusCode()).isEqualTo(422);
    }

    @Test
    void whatIsHiddenStaysSoWhenItIsWithdrawn() {
        EntryClient child = EntryClient.createPublished(FamilySample.UNIT, unit(below(shelter)));
        shelter.withdraw("safety");
        assertRefused(child.patch(EntryClient.MERGE_PATCH, "{" + ADDRESS + "}"));
        assertRefused(postDraft(FamilySample.CHANNEL, addressChannel(child.id, "in-person")));
        assertRefused(postDraft(FamilySample.CHANNEL, addressChannel(shelter.id, "in-person")));
    }

    @Test
    void aDraftWithoutTheFlagDisclosesNothingWhileThePublishedUnitHasIt() {
        shelter.patch(EntryClient.MERGE_PATCH, "{'confidentialLocation': false}");
        assertRefused(postDraft(FamilySample.CHANNEL, addressChannel(shelter.id, "post")));
        shelter.publish();
        assertThat(postDraft(FamilySample.CHANNEL, addressChannel(shelter.id, "post"))
                        .statusCode())
                .isEqualTo(201);
    }

    /** A shelter that nobody has marked, and a channel that shows its place: an approver has to see it. */
    @ParameterizedTest
    @CsvSource({"shelter, false, true", "shelter, true, false", "office, false, false"})
    void aShelterThatIsNotMarkedIsWarnedOfWhereItShowsItsPlace(String kind, boolean marked, boolean warned) {
        String unit = unit("'confidentialLocation': " + marked).replace("office", kind);
        EntryClient house = EntryClient.create(FamilySample.UNIT, unit);
        assertThat(warningsOf(house)).doesNotContain("shelter-location-shown");
        if (!marked) {
            EntryClient door = EntryClient.create(FamilySample.CHANNEL, addressChannel(house.id, "in-person"));
            assertThat(warningsOf(door).contains("shelter-location-shown")).isEqualTo(warned);
            for (String place : new String[] {ADDRESS, LOCATION}) {
                house.patch(EntryClient.MERGE_PATCH, "{" + place + "}");
                assertThat(warningsOf(house).contains("shelter-location-shown")).isEqualTo(warned);
                house.patch(EntryClient.MERGE_PATCH, "{'address': null, 'location': null}");
            }
        }
    }

    private static List<String> warningsOf(EntryClient entry) {
        return entry.get().path("publishable.warnings.code");
    }
}
