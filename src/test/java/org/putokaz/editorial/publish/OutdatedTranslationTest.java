package org.putokaz.editorial.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EntryScheduleClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;

/** A translation that is older than the original is shown to editors before, and to readers after the publication. */
@DatabaseTest
@TestProfile(Apart.class)
class OutdatedTranslationTest {

    private EntryClient event;

    @BeforeEach
    void publishEvent() {
        event = EntryClient.createPublished(FamilySample.EVENT, content(FamilySample.uniqueName(), "Title"));
    }

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
    }

    private static String content(String title, String english) {
        return "{'date': '2020', 'title': {'sr-Cyrl': '" + title + "', 'en': '" + english
                + "'}, 'category': 'milestone', 'sortOrder': 900}";
    }

    private Response read(String language) {
        return given().get(event.publicPath() + "?lang=" + language);
    }

    private List<String> outdated(String language) {
        return read(language).path("localisation.outdated");
    }

    private Map<String, String> translations() {
        return event.get().path("translations");
    }

    @Test
    void nothingIsOutdatedAtFirst() {
        assertThat(translations()).isEqualTo(Map.of("sr-Latn", "current", "en", "current"));
        for (String language : List.of("sr-Cyrl", "sr-Latn", "en")) {
            assertThat(outdated(language)).isEmpty();
        }
    }

    @Test
    void aChangedOriginalMakesTheTranslationOutdated() {
        event.save(content("Нови наслов", "Title"));

        assertThat(translations()).containsEntry("en", "outdated").containsEntry("sr-Latn", "current");
        Response draft = event.get();
        assertThat(draft.<Boolean>path("publishable.ok")).isTrue();
        assertThat(draft.<List<String>>path("publishable.warnings.code")).containsExactly("translation-outdated");
        assertThat(draft.<List<String>>path("publishable.warnings.pointer")).containsExactly("/content/title/en");
        assertThat(outdated("en")).isEmpty();

        event.publish();
        assertThat(outdated("en")).containsExactly("/title");
        assertThat(outdated("sr-Latn")).isEmpty();
        assertThat(outdated("sr-Cyrl")).isEmpty();
        assertThat(given().get("/api/v1/history-events?lang=en&limit=100")
                        .<List<String>>path("data.find { it.id == '" + event.id + "' }.localisation.outdated"))
                .containsExactly("/title");
        assertThat(translations()).containsEntry("en", "outdated");
    }

    @Test
    void aNewTranslationMakesItCurrent() {
        event.save(content("Нови наслов", "Title")).publish();
        event.save(content("Нови наслов", "New title")).publish();

        assertThat(outdated("en")).isEmpty();
        assertThat(translations()).containsEntry("en", "current");
    }

    @Test
    void aConfirmedTranslationIsCurrent() {
        event.save(content("Наслов.", "Title"));
        Response published = event.transition("publish", "{'stillCurrent': ['en']}");

        assertThat(published.statusCode()).as(published.asString()).isEqualTo(200);
        assertThat(outdated("en")).isEmpty();
        assertThat(translations()).containsEntry("en", "current");
    }

    @Test
    void aSetAndAScheduleConfirmToo() {
        event.save(content("Наслов.", "Title"));
        PublishingSetClient set =
                PublishingSetClient.create(PublishingSetClient.publish(event, ", 'stillCurrent': ['en']"));
        Response published = set.publish();

        assertThat(published.statusCode()).as(published.asString()).isEqualTo(200);
        assertThat(outdated("en")).isEmpty();
        assertThat(PublishingSetClient.post(PublishingSetClient.body(
                                "x",
                                "{'entry': '" + event.id
                                        + "', 'action': 'withdraw', 'reason': 'error', 'stillCurrent': ['en']}"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anEntryThatIsNotPublishedIsWarnedOfToo() {
        EntryClient draft = EntryClient.create(FamilySample.EVENT, content("Наслов", "Title"));
        assertThat(warnings(draft)).isEmpty();
        draft.save(content("Други наслов", "Title"));
        assertThat(warnings(draft)).containsExactly("translation-outdated /content/title/en");
        assertThat(draft.transition("publish?dryRun=true", "{'stillCurrent': ['en']}")
                        .<List<String>>path("publishable.warnings.code"))
                .isEmpty();

        event.withdraw("error");
        event.save(content("Исправљен наслов", "Title"));
        assertThat(warnings(event)).containsExactly("translation-outdated /content/title/en");
        event.save(content("Исправљен наслов", "Corrected title"));
        assertThat(warnings(event)).isEmpty();
    }

    private static List<String> warnings(EntryClient entry) {
        return entry.get().<List<Map<String, Object>>>path("publishable.warnings").stream()
                .map(warning -> warning.get("code") + " " + warning.get("pointer"))
                .toList();
    }

    @Test
    void theRevisionsOfADraftAreComparedOneAfterAnother() {
        EntryClient draft = EntryClient.create(FamilySample.EVENT, content("Наслов", "Title"));
        draft.save(content("Други наслов", "Title"));
        assertThat(draft.get().<Map<String, String>>path("translations")).containsEntry("en", "outdated");
        draft.save(content("Други наслов", "Other title"));
        assertThat(draft.get().<Map<String, String>>path("translations")).containsEntry("en", "current");
        EntryClient missing = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        assertThat(missing.get().<Map<String, String>>path("translations")).containsEntry("en", "missing");
    }

    /** Of what a confirmation names, nothing may come to nothing: an outdated text would stay marked unnoticed. */
    @ParameterizedTest
    @CsvSource({"'en', 'de', 1, language-not-offered", "'hu', 'en', 0, language-not-offered"})
    void aLanguageThatIsNotOfferedCannotBeConfirmed(String first, String second, int index, String code) {
        event.save(content("Наслов.", "Title"));
        String confirmed = ", 'stillCurrent': ['" + first + "', '" + second + "']";

        assertUnconfirmable(confirmed, "/stillCurrent/" + index, code);
    }

    @Test
    void aTextThatIsNotThereCannotBeConfirmed() {
        event.save("{'date': '2020', 'title': {'sr-Cyrl': 'Наслов.'}, 'category': 'milestone', 'sortOrder': 900}");

        assertUnconfirmable(", 'stillCurrent': ['sr-Latn', 'EN']", "/stillCurrent/1", "no-text-to-confirm");
        assertThat(event.transition("publish", "{'stillCurrent': ['sr-Cyrl', 'sr-Latn']}")
                        .statusCode())
                .isEqualTo(200);
    }

    private void assertUnconfirmable(String confirmed, String pointer, String code) {
        String body = "{" + confirmed.substring(2) + "}";
        assertRefused(event.transition("publish", body), pointer, code);
        assertRefused(event.transition("publish?dryRun=true", body), pointer, code);
        assertRefused(
                PublishingSetClient.post(PublishingSetClient.body("x", PublishingSetClient.publish(event, confirmed))),
                "/members/0" + pointer,
                code);
        assertRefused(
                EntryScheduleClient.put(
                        event,
                        "{'action': 'publish', 'at': '" + Instant.now().plus(EntryScheduleClient.LATER) + "'"
                                + confirmed + "}"),
                pointer,
                code);
        assertThat(event.get().<String>path("publicSees")).isEqualTo("earlier-revision");
    }

    private static void assertRefused(Response refused, String pointer, String code) {
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.pointer")).containsExactly(pointer);
        assertThat(refused.<List<String>>path("violations.code")).containsExactly(code);
        assertThat(refused.<List<String>>path("violations.message").get(0)).contains("sr-Cyrl, sr-Latn, en");
    }

    @Test
    void aNullAmongTheLanguagesIsRefused() {
        event.save(content("Наслов.", "Title"));
        Response refused = event.transition("publish", "{'stillCurrent': ['en', null]}");

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.<List<String>>path("violations.pointer")).containsExactly("/stillCurrent/1");
    }

    @Test
    void aWrongLanguageIsRefused() {
        event.save(content("Наслов.", "Title"));
        Response refused = event.transition("publish", "{'stillCurrent': ['not a tag']}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(EntryScheduleClient.put(
                                event,
                                "{'action': 'withdraw', 'reason': 'error', 'at': '"
                                        + Instant.now().plus(EntryScheduleClient.LATER) + "', 'stillCurrent': ['en']}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(outdated("en")).isEmpty();
    }
}
