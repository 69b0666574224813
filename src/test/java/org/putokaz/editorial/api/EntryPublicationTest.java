package org.putokaz.editorial.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EveryFamilyTest;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.RawHttpClient;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;

/** Publication and withdrawal of single entries: what the public sees then, and what is refused. */
@DatabaseTest
@TestProfile(Apart.class)
class EntryPublicationTest {

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
    }

    private static String publicText(EntryClient draft) {
        return given().get(draft.publicPath() + "?lang=sr-Cyrl").asString();
    }

    /** A number of Bosnia that is one of Serbia too, of a unit that moves there. */
    @Test
    void aNumberThatWouldChangeItsCountryIsWarnedOf() {
        EntryClient unit = EntryClient.createPublished(FamilySample.UNIT, unitIn("BA", "Сарајево"));
        EntryClient national = EntryClient.createPublished(FamilySample.CHANNEL, phone(unit, "061/102-034"));
        EntryClient international = EntryClient.createPublished(FamilySample.CHANNEL, phone(unit, "+387 61 102 034"));
        unit.save(unitIn("RS", "Београд")).publish();
        national.save(phone(unit, "061/102-034"));
        international.save(phone(unit, "+387 61 102 034"));

        assertThat(national.get().<List<String>>path("publishable.warnings.code"))
                .containsOnlyOnce("number-changes-country");
        assertThat(international.get().<List<String>>path("publishable.warnings.code"))
                .doesNotContain("number-changes-country");
        national.save(phone(unit, "061/102-035"));
        assertThat(national.get().<List<String>>path("publishable.warnings.code"))
                .as("another number")
                .doesNotContain("number-changes-country");
    }

    private static String unitIn(String country, String city) {
        return "{'name': {'sr-Cyrl': '" + FamilySample.uniqueName() + "'}, 'kind': 'office', 'sortOrder': 900,"
                + " 'address': {'city': {'sr-Cyrl': '" + city + "'}, 'country': '" + country + "'}}";
    }

    private static String phone(EntryClient unit, String number) {
        return FamilySample.CHANNEL
                .contentReferencing(FamilySample.uniqueName(), unit.id)
                .replace("011 123 4567", number);
    }

    @EveryFamilyTest
    void anEntryIsPublishedEditedWithdrawnAndPublishedAgain(FamilySample sample) {
        String first = FamilySample.uniqueName();
        EntryClient draft = EntryClient.createPublished(sample, sample.content(first));
        assertThat(draft.get().<String>path("publicSees")).isEqualTo("this-revision");
        assertThat(publicText(draft)).contains(first);

        String second = FamilySample.uniqueName();
        draft.save(sample.content(second));
        assertThat(draft.get().<String>path("publicSees")).isEqualTo("earlier-revision");
        assertThat(draft.get().<Integer>path("live.revision")).isEqualTo(1);
        assertThat(publicText(draft)).contains(first).doesNotContain(second);

        long before = draft.get().<Integer>path("live.position");
        draft.publish();
        assertThat(draft.get().<Integer>path("live.revision")).isEqualTo(2);
        assertThat(draft.get().<Integer>path("live.position")).isEqualTo((int) before + 1);
        assertThat(draft.get("/revisions/1").<String>path("stage")).isEqualTo("superseded");
        assertThat(publicText(draft)).contains(second).doesNotContain(first);

        draft.withdraw("error");
        assertThat(draft.get().<String>path("publicSees")).isEqualTo("gone");
        Response gone = given().get(draft.publicPath());
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.<String>path("reason")).isEqualTo("error");

        draft.publish();
        assertThat(draft.get().<String>path("publicSees")).isEqualTo("this-revision");
        assertThat(publicText(draft)).contains(second);
    }

    @EveryFamilyTest
    void theAnswerToPublishingIsTheEntryAsItIsShownThen(FamilySample sample) {
        // A repeated word is a warning.
        EntryClient draft = EntryClient.create(sample, sample.content("Име двапут двапут"));
        if (sample.needsApproval) {
            draft.submit().approve();
        }
        Response published = draft.transition("publish", "");
        assertThat(published.<List<?>>path("publishable.errors")).isEmpty();
        assertThat(published.<List<?>>path("publishable.warnings")).isNotEmpty();
        assertThat(published.asString())
                .isEqualTo(EntryClient.approver().get(draft.path()).asString());

        draft.save(sample.content());
        draft.save(sample.content("Име опет опет"));
        if (!sample.needsApproval) {
            Response earlier = draft.transition("publish", "{'revision': 2}");
            assertThat(earlier.<Integer>path("live.revision")).isEqualTo(2);
            assertThat(earlier.<List<?>>path("publishable.warnings")).isNotEmpty();
            assertThat(earlier.asString())
                    .isEqualTo(EntryClient.approver().get(draft.path()).asString());
        }
    }

    @EveryFamilyTest
    void aRevisionOlderThanTheShownOneIsStale(FamilySample sample) {
        EntryClient draft = EntryClient.createPublished(sample, sample.content());
        draft.save(sample.content());
        draft.save(sample.content());
        draft.publish();
        String before = draft.get().asString();
        for (int old : List.of(1, 2)) {
            Response refused = draft.transition("publish", "{'revision': " + old + "}");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.<String>path("detail")).contains("3");
        }
        assertThat(draft.transition("publish", "{'revision': 3}").statusCode()).isEqualTo(409);
        for (int none : List.of(4, 0, -1, Integer.MAX_VALUE)) {
            assertThat(draft.transition("publish", "{'revision': " + none + "}").statusCode())
                    .isEqualTo(404);
        }
        assertThat(draft.get().asString()).isEqualTo(before);
    }

    @EveryFamilyTest
    void whatStandsInItsPlaceIsShown(FamilySample sample) {
        EntryClient replacement = EntryClient.createPublished(sample, sample.content());
        EntryClient draft = EntryClient.createPublished(sample, sample.content());
        EntryClient unseen = EntryClient.create(sample, sample.content());
        for (String none : List.of(draft.id, unseen.id, FamilySample.unknownId())) {
            Response refused = draft.transition("withdraw", "{'reason': 'replaced', 'replacedBy': '" + none + "'}");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.<String>path("violations[0].pointer")).isEqualTo("/replacedBy");
        }
        for (String reason : List.of("", "{}", "{'reason': null}", "{'reason': 'tired'}", "{'reason': 1}")) {
            assertThat(draft.transition("withdraw", reason).statusCode())
                    .as(reason)
                    .isEqualTo(400);
        }
        assertThat(draft.get().<String>path("publicSees")).isEqualTo("this-revision");
        assertThat(draft.transition("withdraw", "{'reason': 'replaced', 'replacedBy': '" + replacement.id + "'}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().get(draft.publicPath()).<String>path("replacedBy.id"))
                .isEqualTo(replacement.id);
    }

    @EveryFamilyTest
    void whatItNamesMustBeSeenByThePublic(FamilySample sample) {
        EntryClient other = EntryClient.createPublished(
                sample.referencedSample(), sample.referencedSample().content());
        EntryClient draft = EntryClient.create(sample, sample.contentReferencing(FamilySample.uniqueName(), other.id));
        assertThat(draft.get().<List<Object>>path("publishable.errors")).isEmpty();
        other.withdraw("error");
        for (String id : List.of(other.id, FamilySample.unknownId(), Center.GUIDE)) {
            EntryClient broken = EntryClient.create(sample, sample.contentReferencing(FamilySample.uniqueName(), id));
            assertThat(broken.get().<String>path("publishable.errors[0].pointer"))
                    .isEqualTo(sample.referencePointer());
            if (sample.needsApproval) {
                broken.submit().approve();
            }
            String tag = broken.tag;
            Response refused = broken.transition("publish", "");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.<String>path("violations[0].pointer")).isEqualTo(sample.referencePointer());
            assertThat(refused.<String>path("violations[0].code")).isEqualTo("reference-not-published");
            assertThat(broken.get().<Object>path("live")).isNull();
            assertThat(broken.tag).isEqualTo(tag);
            assertThat(given().get(broken.publicPath()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void publishingNeedsNoBody() {
        EntryClient draft = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        assertThat(RawHttpClient.send("POST", draft.path() + "/publish", null, draft.tag, new byte[0])
                        .statusCode())
                .isEqualTo(200);
        assertThat(draft.get().<String>path("publicSees")).isEqualTo("this-revision");
    }

    @Test
    void whatChangedIsSaidToPartnersAndMustBeSaidInSerbian() {
        EntryClient draft = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        Response refused = draft.transition("publish", "{'note': {'en': 'New'}}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("violations[0].pointer")).isEqualTo("/note");
        assertThat(draft.transition("publish", "{'importance': 'minor', 'note': {'sr-Cyrl': 'Ново'}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(draft.transition("publish", "{'importance': 'huge'}").statusCode())
                .isEqualTo(400);
        assertThat(draft.transition("publish", "{'revison': 1}").statusCode()).isEqualTo(400);
    }

    private static String phone(String value, String label, String description) {
        return "{'unit': '" + Center.CENTER + "', 'kind': 'phone', 'value': '" + value + "', 'label': {'sr-Cyrl': '"
                + label + "'}, 'description': {'sr-Cyrl': '" + description
                + "'}, 'purposes': ['general'], 'rank': 900}";
    }

    /** The warnings of these codes, each as its code and its pointer. */
    private static List<String> warnings(EntryClient entry, String codes) {
        return entry.get().<List<Map<String, Object>>>path("publishable.warnings").stream()
                .map(warning -> warning.get("code") + " " + warning.get("pointer"))
                .filter(warning -> warning.matches("(?:" + codes + ") .*"))
                .toList();
    }

    @Test
    void aNumberInALabelOrTitleIsComparedWithThePublishedOnes() {
        EntryClient channel =
                EntryClient.create(FamilySample.CHANNEL, phone("011 3612 345", "Телефон 011/3612-345", "Позовите."));
        EntryClient guide = EntryClient.create(FamilySample.GUIDE, FamilySample.GUIDE.content("Зови 011 3612 345"));
        assertThat(warnings(channel, "phone-.*")).isEmpty();
        assertThat(warnings(guide, "phone-.*")).containsExactly("phone-of-no-channel /content/title/sr-Cyrl");

        channel.publish();
        assertThat(warnings(guide, "phone-.*")).isEmpty();

        // The number of another channel, which is published.
        channel.save(phone("021 3612 345", "Телефон 011/3612-345", "Позовите."));
        assertThat(warnings(channel, "phone-.*")).containsExactly("phone-not-of-channel /content/label/sr-Cyrl");
    }

    @Test
    void aLinkThatShowsOneNumberAndDialsAnotherIsNotPublished() {
        EntryClient channel = EntryClient.create(
                FamilySample.CHANNEL, phone("011 3612 345", "Телефон", "[011 3612 345](tel:+381113612346)"));
        channel.submit().approve();

        Response refused = channel.transition("publish", "");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("violations[0].code")).isEqualTo("phone-link-mismatch");
        assertThat(refused.<String>path("violations[0].pointer")).isEqualTo("/content/description/sr-Cyrl");
        channel.save(phone("011 3612 345", "Телефон", "[позовите](tel:+381113612345)"));
        assertThat(warnings(channel, "phone-.*")).containsExactly("phone-in-link /content/description/sr-Cyrl");
        channel.publish();
    }

    @Test
    void valuesThatContradictEachOtherAreWarnings() {
        String address = "'address': {'postalCode': '%s', 'city': {'sr-Cyrl': 'Београд', 'en': '%s'}%s}";
        String codes = "postal-code-.*|city-.*|extension-.*";
        EntryClient unit = EntryClient.create(
                FamilySample.UNIT,
                "{'name': {'sr-Cyrl': 'Име'}, 'kind': 'office', 'sortOrder': 900, "
                        + address.formatted("1000", "Novi Sad", "") + "}");
        String place = "{'unit': '" + Center.CENTER
                + "', 'kind': 'post', 'label': {'sr-Cyrl': 'Пошта'}, 'purposes': ['general'], 'rank': 900, %s}";
        EntryClient post = EntryClient.create(
                FamilySample.CHANNEL, place.formatted(address.formatted("1000", "Novi Sad", ", 'country': 'RS'")));
        assertThat(List.of(warnings(unit, codes), warnings(post, codes)))
                .containsOnly(List.of(
                        "postal-code-of-another-country /content/address/postalCode",
                        "city-differs-between-languages /content/address/city/en"));
        assertThat(warnings(
                        EntryClient.create(
                                FamilySample.CHANNEL, place.formatted(address.formatted("11000", "Belgrade", ""))),
                        codes))
                .isEmpty();
        assertThat(warnings(
                        EntryClient.create(
                                FamilySample.CHANNEL, phone("011 3612 345 лок. 36123", "Телефон", "Позовите.")),
                        codes))
                .containsExactly("extension-perhaps-a-number /content/value");
    }
}
