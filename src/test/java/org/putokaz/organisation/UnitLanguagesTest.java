package org.putokaz.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;

/** Organisational units in each language, with derived Latin and fallbacks. */
@DatabaseTest
class UnitLanguagesTest {

    @Inject
    ScratchEntries scratch;

    @AfterEach
    void clear() {
        scratch.withdrawAll();
    }

    private static Response get(String slug, String language) {
        return given().get("/api/v1/organisational-units/{slug}?lang={language}", slug, language);
    }

    private JsonPath published(String content, String language) {
        String slug = ScratchEntries.slug("jezici");
        scratch.publish(ScratchEntries.UNITS, slug, content);
        return get(slug, language).jsonPath();
    }

    @Test
    void aUnitIsFoundByTheAreaThatItServes() {
        UUID id = scratch.publish(
                ScratchEntries.UNITS,
                ScratchEntries.slug("okrug"),
                ScratchEntries.unit("'areaServed': [{'scheme': 'rs-district', 'code': 'RS-06'}]"));
        for (String asked : List.of("rs-municipality:89010", "rs-district:RS-06", "iso-3166-1:RS")) {
            assertThat(idsServing(asked)).as(asked).contains(id.toString());
        }
        assertThat(idsServing("rs-district:RS-05"))
                .doesNotContain(id.toString())
                .contains(Center.CENTER);
        assertThat(given().get("/api/v1/organisational-units?areaServed=x").statusCode())
                .isEqualTo(400);
    }

    private static List<String> idsServing(String area) {
        return given().queryParam("limit", 100)
                .queryParam("areaServed", area)
                .get("/api/v1/organisational-units")
                .jsonPath()
                .getList("data.id", String.class);
    }

    @ParameterizedTest
    @CsvSource({
        "sr-Cyrl, Центар за заштиту жртава трговине људима, Центар, 13. април 2012., 13. априла 2012.",
        "sr-Latn, Centar za zaštitu žrtava trgovine ljudima, Centar, 13. april 2012., 13. aprila 2012.",
        "en, Center for the Protection of Victims of Human Trafficking, Center, 13 April 2012,"
    })
    void theSameUnitReadsInEachLanguage(
            String language, String name, String shortName, String established, String since) {
        Response answer = get(Center.CENTER_SLUG, language);
        assertThat(answer.header("Content-Language")).isEqualTo(language);
        JsonPath unit = answer.jsonPath();
        assertThat(unit.getString("id")).isEqualTo(Center.CENTER);
        assertThat(unit.getString("name")).isEqualTo(name);
        assertThat(unit.getString("shortName")).isEqualTo(shortName);
        assertThat(unit.getString("established.display")).isEqualTo(established);
        assertThat(unit.getString("established.displayGenitive")).isEqualTo(since);
        assertThat(unit.getString("localisation.language")).isEqualTo(language);
        assertThat(unit.getMap("localisation.fallbacks")).isEmpty();
    }

    private static final String WITHOUT_ENGLISH = ScratchEntries.unit(
            "'name': {'sr-Cyrl': 'Канцеларија „Љиљана Џаџић”'}",
            "'shortName': {'sr-Cyrl': 'Љиљан', 'en': 'Lily'}",
            "'formerNames': [{'name': {'sr-Cyrl': 'Завод', 'en': 'Institute'}, 'from': '1990', 'until': '2004-02'},"
                    + " {'name': {'sr-Cyrl': 'Љиљан'}}]",
            "'identifiers': [{'scheme': 'rs-pib', 'value': '101134702'}, {'scheme': 'isil', 'value': 'Љ-1'}]",
            "'description': {'sr-Cyrl': 'Њима *увек*.'}",
            "'legalBasis': [{'title': {'sr-Cyrl': 'Одлука', 'en': 'Decision'}, 'gazette': {'sr-Cyrl': 'Гласник'}},"
                    + " {'title': {'sr-Cyrl': 'Закон'}}]",
            "'address': {'city': {'sr-Cyrl': 'Љиг'}, 'street': {'sr-Cyrl': 'Његошева 1', 'en': 'Njegoš Street 1'}}",
            "'accessibility': {'sr-Cyrl': 'Приступачно.'}",
            ScratchEntries.ATTACHMENTS);

    @Test
    void aTextWithoutEnglishIsGivenInSerbianLatinAndPointedAt() {
        JsonPath unit = published(WITHOUT_ENGLISH, "en");
        assertThat(unit.getString("name")).isEqualTo("Kancelarija „Ljiljana Džadžić”");
        assertThat(unit.getString("shortName")).isEqualTo("Lily");
        assertThat(unit.getString("description")).isEqualTo("Njima *uvek*.");
        assertThat(unit.getString("address.city")).isEqualTo("Ljig");
        assertThat(unit.getString("localisation.language")).isEqualTo("en");
        assertThat(unit.<String, String>getMap("localisation.fallbacks"))
                .isEqualTo(Map.of(
                        "/name", "sr-Latn",
                        "/formerNames/1/name", "sr-Latn",
                        "/description", "sr-Latn",
                        "/legalBasis/0/gazette", "sr-Latn",
                        "/legalBasis/1/title", "sr-Latn",
                        "/address/city", "sr-Latn",
                        "/accessibility", "sr-Latn",
                        "/attachments/1/title", "sr-Latn"));
    }

    @ParameterizedTest
    @CsvSource({
        "sr-Cyrl, Завод, Љиљан, фебруар 2004.",
        "sr-Latn, Zavod, Ljiljan, februar 2004.",
        "en, Institute, Ljiljan, February 2004"
    })
    void aUnitTellsTheNamesThatItHadAndItsIdentifiers(String language, String first, String second, String until) {
        JsonPath unit = published(WITHOUT_ENGLISH, language);
        assertThat(unit.getList("formerNames.name")).containsExactly(first, second);
        assertThat(unit.getList("formerNames.from.edtf")).containsExactly("1990", null);
        assertThat(unit.getList("formerNames.until.display")).containsExactly(until, null);
        assertThat(unit.getList("identifiers.scheme")).containsExactly("rs-pib", "isil");
        assertThat(unit.getList("identifiers.value")).containsExactly("101134702", "Љ-1");
    }

    @ParameterizedTest
    @CsvSource({"sr-Cyrl, Летак, Љиљан", "sr-Latn, Letak, Ljiljan", "en, Leaflet, Ljiljan"})
    void unitsEventsAndGuidesHaveAttachments(String language, String first, String second) {
        String slug = ScratchEntries.slug("letak");
        scratch.publish(ScratchEntries.UNITS, slug, ScratchEntries.unit(ScratchEntries.ATTACHMENTS));
        scratch.publish(ScratchEntries.EVENTS, slug, ScratchEntries.event(ScratchEntries.ATTACHMENTS));
        scratch.publish(
                ScratchEntries.GUIDES,
                slug,
                ScratchEntries.guide(ScratchEntries.step(Publishing.newId(), "korak"), ScratchEntries.ATTACHMENTS));
        for (String family : List.of(ScratchEntries.UNITS, ScratchEntries.EVENTS, ScratchEntries.GUIDES)) {
            JsonPath entry = given().get("/api/v1/{family}/{slug}?lang={language}", family, slug, language)
                    .jsonPath();
            assertThat(entry.getList("attachments.title")).containsExactly(first, second);
            assertThat(entry.getList("attachments.url"))
                    .containsExactly("https://example.rs/letak.pdf", "https://example.rs/");
            assertThat(entry.getList("attachments.mediaType")).containsExactly("application/pdf", "text/html");
            assertThat(entry.getList("attachments.language")).containsExactly("en", null);
            assertThat(entry.getList("attachments.bytes")).containsExactly(120_000, null);
            assertThat(entry.getMap("localisation.fallbacks").containsKey("/attachments/1/title"))
                    .isEqualTo(language.equals("en"));
        }
    }

    @Test
    void aUnitWithoutFormerNamesIdentifiersAndAttachmentsHasEmptyLists() {
        JsonPath center = get(Center.CENTER_SLUG, "en").jsonPath();
        assertThat(center.getList("formerNames")).isEmpty();
        assertThat(center.getList("identifiers")).isEmpty();
        assertThat(center.getList("attachments")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sr-Cyrl", "sr-Latn"})
    void serbianNeverNeedsAFallback(String language) {
        assertThat(published(WITHOUT_ENGLISH, language).getMap("localisation.fallbacks"))
                .isEmpty();
    }

    @Test
    void aSerbianLatinTextThatAnEditorWroteIsKept() {
        String content = ScratchEntries.unit(
                "'name': {'sr-Cyrl': 'Фејсбук страница', 'sr-Latn': 'Facebook stranica'}",
                "'description': {'sr-Cyrl': 'Опис.', 'sr-Latn': 'Drugačiji opis.'}");
        JsonPath unit = published(content, "sr-Latn");
        assertThat(unit.getString("name")).isEqualTo("Facebook stranica");
        assertThat(unit.getString("description")).isEqualTo("Drugačiji opis.");
    }

    @Test
    void proseIsTransliteratedButItsLinksAndItsCodeAreNot() {
        String content = ScratchEntries.unit("'description': {'sr-Cyrl': '## ЉУБАВ\\n\\nВиди [страницу о Њој]"
                + "(https://пример.срб/Љубав), пиши на центар@пример.срб и укуцај `Џон`.'}");
        assertThat(published(content, "sr-Latn").getString("description"))
                .isEqualTo("## LJUBAV\n\nVidi [stranicu o Njoj](https://пример.срб/Љубав), piši na"
                        + " центар@пример.срб i ukucaj `Џон`.");
    }
}
