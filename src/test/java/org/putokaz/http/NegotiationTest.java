package org.putokaz.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which language an answer is in, and what it says of that. */
@HttpTest
class NegotiationTest {

    private static final String CENTER = "/api/v1/organisational-units/" + Center.CENTER;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sr                  | sr-Cyrl
            sr-RS               | sr-Cyrl
            srp                 | sr-Cyrl
            sr-Latn             | sr-Latn
            sr-Latn-RS          | sr-Latn
            sr-Cyrl-RS          | sr-Cyrl
            sr-ME               | sr-Latn
            sr-Cyrl-ME          | sr-Cyrl
            sh                  | sr-Latn
            sh-RS               | sr-Latn
            hr                  | sr-Latn
            bs                  | sr-Latn
            bs-Cyrl             | sr-Cyrl
            cnr                 | sr-Latn
            en-US               | en
            en-US,en;q=0.9      | en
            de                  | sr-Cyrl
            de;q=1, *;q=0.1     | sr-Cyrl
            *;q=0.1             | sr-Cyrl
            de, en;q=0.2        | en
            """)
    void theHeaderChoosesTheLanguageAndNothingIsEverNotAcceptable(String header, String language) {
        Response answer = given().header("Accept-Language", header).get(CENTER);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Language")).isEqualTo(language);
        assertThat(answer.header("Content-Location")).isEqualTo(CENTER + "?lang=" + language);
        assertThat(answer.header("Vary")).contains("Accept-Language");
        assertThat(answer.jsonPath().getString("localisation.language")).isEqualTo(language);
        assertThat(answer.asString())
                .isEqualTo(given().get(CENTER + "?lang=" + language).asString());
    }

    @ParameterizedTest
    @CsvSource({
        "sr-Cyrl, Центар за заштиту жртава трговине људима",
        "sr-Latn, Centar za zaštitu žrtava trgovine ljudima",
        "en, Center for the Protection of Victims of Human Trafficking"
    })
    void theUrlChoosesTheLanguageWhateverTheHeaderSays(String language, String name) {
        Response answer = given().header("Accept-Language", "en, sr-Latn;q=0.5").get(CENTER + "?lang=" + language);
        assertThat(answer.jsonPath().getString("name")).isEqualTo(name);
        assertThat(answer.header("Content-Language")).isEqualTo(language);
        assertThat(answer.header("Content-Location")).isNull();
        assertThat(String.valueOf(answer.header("Vary"))).doesNotContain("Accept-Language");
    }

    @Test
    void withoutAnyWishTheAnswerIsInTheAuthoritativeLanguage() {
        assertThat(given().get(CENTER).header("Content-Language")).isEqualTo("sr-Cyrl");
    }

    @Test
    void theOtherLanguagesAreLinked() {
        assertThat(given().get(CENTER + "?lang=en").header("Link"))
                .contains("<" + CENTER + "?lang=sr-Latn>; rel=\"alternate\"; hreflang=\"sr-Latn\"")
                .contains("<" + CENTER + "?lang=sr-Cyrl>; rel=\"alternate\"; hreflang=\"sr-Cyrl\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sr-latn", "SR-LATN", "sr_Latn", "sr", "de", "xx", "en-US", "*", "sr-Latn,en", "1", "''"})
    void anyOtherSpellingInTheUrlIsRefusedAndTheOfferedOnesAreNamed(String language) {
        Response answer = given().get("/api/v1/history-events?lang=" + language);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("violations[0].parameter")).isEqualTo("lang");
        assertThat(answer.jsonPath().getString("violations[0].message")).contains("sr-Cyrl, sr-Latn, en");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nope, 404",
        "GET, /api/v1/nope, 404",
        "GET, /api/v1/help-guides/nope, 404",
        "GET, /api/v1/problems/nope, 404",
        "GET, /api/v1/history-events?x=1, 400",
        "GET, /api/v1/history-events?limit=0, 400",
        "GET, /api/v1/%zz, 400",
        "POST, /api/v1/history-events, 405",
        "POST, /openapi.json, 405"
    })
    void aProblemIsToldInTheReadersLanguage(String method, String target, int status) {
        RawHttp.Response answer = RawHttp.send(method, target, "Accept-Language: sr-Latn");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Language")).isEqualTo("sr-Latn");
        assertThat(answer.header("Vary")).isEqualTo("Accept-Language");
        assertThat(answer.text())
                .doesNotContainPattern("\"title\":\"[^\"]*[а-шА-Ш]")
                .containsPattern("\"title\":\"(Nije|Metod|Zahtev|Nepoznat|Neispravan)");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nope?lang=en, 404",
        "GET, /api/v1/help-guides/nope?lang=en, 404",
        "GET, /api/v1/history-events?x=1&lang=en, 400",
        "GET, /api/v1/history-events?lang=en&lang=sr-Latn, 400",
        "POST, /api/v1/history-events?lang=en, 405"
    })
    void aProblemIsToldInTheLanguageOfTheUrl(String method, String target, int status) {
        RawHttp.Response answer = RawHttp.send(method, target, "Accept-Language: sr-Latn");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Language")).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/html", "application/xml, image/*;q=0.5", "application/vnd.api+json"})
    void aMediaTypeThatCannotBeHadIsAProblemInTheReadersLanguage(String accept) {
        Response answer =
                given().header("Accept", accept).header("Accept-Language", "en").get("/api/v1/history-events");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.jsonPath().getString("detail")).contains("application/json can be had");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/*", "*/*", "text/csv, */*;q=0.1", "application/json;q=0.1"})
    void jsonIsHadWhereverItIsAllowed(String accept) {
        assertThat(given().header("Accept", accept)
                        .get("/api/v1/history-events")
                        .contentType())
                .startsWith("application/json");
    }
}
