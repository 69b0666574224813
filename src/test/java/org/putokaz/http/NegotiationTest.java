package org.putokaz.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;

/** Negotiation of the language of a response, and the headers that describe it. */
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
            sr_RS_#Latn         | sr-Latn
            sr_Latn_RS          | sr-Latn
            sr_RS               | sr-Cyrl
            en_US               | en
            en-US               | en
            en-US,en;q=0.9      | en
            de                  | en
            ar, fa;q=0.5        | en
            hu-HU               | en
            sq                  | en
            zh                  | en
            de;q=1, *;q=0.1     | sr-Cyrl
            *;q=0.1             | sr-Cyrl
            de, en;q=0.2        | en
            """)
    void theHeaderChoosesTheLanguageAndNothingIsEverNotAcceptable(String header, String language) {
        Response response = given().header("Accept-Language", header).get(CENTER);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Content-Language")).isEqualTo(language);
        assertThat(response.header("Content-Location")).isEqualTo(CENTER + "?lang=" + language);
        assertThat(response.header("Vary")).contains("Accept-Language");
        assertThat(response.jsonPath().getString("localisation.language")).isEqualTo(language);
        assertThat(response.asString())
                .isEqualTo(given().get(CENTER + "?lang=" + language).asString());
    }

    @ParameterizedTest
    @CsvSource({
        "sr-Cyrl, Центар за заштиту жртава трговине људима",
        "sr-Latn, Centar za zaštitu žrtava trgovine ljudima",
        "en, Center for the Protection of Victims of Human Trafficking"
    })
    void theUrlChoosesTheLanguageWhateverTheHeaderSays(String language, String name) {
        Response response =
                given().header("Accept-Language", "en, sr-Latn;q=0.5").get(CENTER + "?lang=" + language);
        assertThat(response.jsonPath().getString("name")).isEqualTo(name);
        assertThat(response.header("Content-Language")).isEqualTo(language);
        assertThat(response.header("Content-Location")).isNull();
        assertThat(String.valueOf(response.header("Vary"))).doesNotContain("Accept-Language");
    }

    /** The cache and the REST layer read the header separately; where they differ, a response is cached under a wrong key. */
    @Test
    void headerLinesAreJoinedInTheSameWayByTheCacheAndTheRestLayer() {
        String target = "/api/v1/help-guides?limit=77";
        String thousandCharacters = "sr-Latn;q=0.5," + "!".repeat(983) + ",en";
        for (int i = 0; i < 2; i++) {
            assertThat(RawHttp.get(target, "Accept-Language: ", "Accept-Language: " + thousandCharacters)
                            .header("Content-Language"))
                    .isEqualTo("sr-Latn");
            assertThat(RawHttp.get(target, "Accept-Language: sr-Latn").header("Content-Language"))
                    .isEqualTo("sr-Latn");
        }
    }

    @Test
    void withoutAPreferenceTheResponseIsInTheAuthoritativeLanguage() {
        assertThat(given().get(CENTER).header("Content-Language")).isEqualTo("sr-Cyrl");
    }

    @Test
    void theOtherLanguagesAreLinked() {
        assertThat(given().get(CENTER + "?lang=en").header("Link"))
                .contains("<" + CENTER + "?lang=sr-Latn>; rel=\"alternate\"; hreflang=\"sr-Latn\"")
                .contains("<" + CENTER + "?lang=sr-Cyrl>; rel=\"alternate\"; hreflang=\"sr-Cyrl\"");
    }

    @ParameterizedTest
    @CsvSource({
        "SR-latn, sr-Latn",
        "sr_RS_%23Latn, sr-Latn",
        "sr_Latn_RS, sr-Latn",
        "en_US, en",
        "sr-latn-RS, sr-Latn",
        "sr, sr-Cyrl",
        "SR, sr-Cyrl",
        "sr-RS, sr-Cyrl",
        "hr, sr-Latn",
        "EN, en",
        "en-GB, en",
        "sr%2DLatn, sr-Latn"
    })
    void anyRangeThatMeansALanguageChoosesItAndTheCanonicalSpellingIsNamed(String range, String language) {
        String canonical = CENTER + "?lang=" + language;
        Response response = given().urlEncodingEnabled(false).get(CENTER + "?lang=" + range);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Content-Language")).isEqualTo(language);
        assertThat(response.header("Content-Location")).isEqualTo(range.equals("sr%2DLatn") ? null : canonical);
        assertThat(String.valueOf(response.header("Vary"))).doesNotContain("Accept-Language");
        assertThat(response.asString()).isEqualTo(given().get(canonical).asString());
        assertThat(response.header("ETag")).isEqualTo(given().get(canonical).header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sr_", "sr_Latinica", "de", "xx", "*", "sr-Latn,en", "1", "''", "sr-", "-sr"})
    void anyOtherValueInTheUrlIsRefusedAndTheOfferedOnesAreNamed(String language) {
        Response response = given().get("/api/v1/history-events?lang=" + language);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getString("violations[0].parameter")).isEqualTo("lang");
        assertThat(response.jsonPath().getString("violations[0].message")).contains("sr-Cyrl, sr-Latn, en");
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
    void aProblemIsInTheNegotiatedLanguage(String method, String target, int status) {
        RawHttp.Response response = RawHttp.send(method, target, "Accept-Language: sr-Latn");
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Content-Language")).isEqualTo("sr-Latn");
        assertThat(response.header("Vary")).isEqualTo("Accept-Language");
        assertThat(response.text())
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
    void aProblemIsInTheLanguageOfTheUrl(String method, String target, int status) {
        RawHttp.Response response = RawHttp.send(method, target, "Accept-Language: sr-Latn");
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Content-Language")).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/html", "application/xml, image/*;q=0.5", "application/vnd.api+json"})
    void aMediaTypeThatCannotBeHadIsAProblemInTheNegotiatedLanguage(String accept) {
        Response response =
                given().header("Accept", accept).header("Accept-Language", "en").get("/api/v1/history-events");
        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(response.jsonPath().getString("detail")).contains("application/json can be had");
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
