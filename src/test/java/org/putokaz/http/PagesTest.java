package org.putokaz.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.putokaz.fixture.HttpTest;
import org.putokaz.problem.ProblemType;

/** Pages around the content: the types of problem, the OpenAPI document, the page to try it. */
@HttpTest
class PagesTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    static Stream<Arguments> problemsInEveryLanguage() {
        return Arrays.stream(ProblemType.values())
                .flatMap(problem -> Stream.of("sr-Cyrl", "sr-Latn", "en").map(tag -> Arguments.of(problem, tag)));
    }

    @ParameterizedTest
    @MethodSource("problemsInEveryLanguage")
    void everyKindOfProblemIsExplainedToMachinesAndToPeople(ProblemType problem, String language) {
        String url = "/api/v1/problems/" + problem.code() + "?lang=" + language;
        Response json = given().get(url);
        assertThat(json.contentType()).startsWith("application/json");
        assertThat(json.jsonPath().getString("type")).isEqualTo("/api/v1/problems/" + problem.code());
        assertThat(json.jsonPath().getInt("status")).isEqualTo(problem.status());
        String title = json.jsonPath().getString("title");
        String description = json.jsonPath().getString("description");
        for (String text : List.of(title, description)) {
            assertThat(text).isNotBlank().doesNotContain(problem.code() + ".");
            assertThat(text.codePoints()
                            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC))
                    .as(text)
                    .isEqualTo(language.equals("sr-Cyrl"));
        }

        Response page = given().header("Accept", BROWSER).get(url);
        assertThat(page.contentType()).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(page.header("Content-Language")).isEqualTo(language);
        assertThat(page.asString())
                .contains(
                        "<html lang=\"" + language + "\">",
                        "<h1>" + title + "</h1>",
                        problem.code(),
                        String.valueOf(problem.status()));
    }

    @Test
    void aPageSupportsConditionalRequestsToo() {
        String url = "/api/v1/problems/gone?lang=en";
        String tag = RawHttp.get(url, "Accept: text/html").header("ETag");
        RawHttp.Response unchanged = RawHttp.get(url, "Accept: text/html", "If-None-Match: " + tag);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(RawHttp.get(url, "If-None-Match: " + tag).status()).isEqualTo(200);
    }

    @Test
    void anAddressWithTwoMediaTypesVariesByThem() {
        String url = "/api/v1/problems/gone?lang=en";
        assertThat(given().get(url).header("Vary")).contains("Accept");
        assertThat(given().header("Accept", BROWSER).get(url).header("Vary")).contains("Accept");
        assertThat(given().get("/api/v1/problems/gone").header("Vary")).isEqualTo("Accept, Accept-Language");
    }

    @Test
    void aProblemIsNeverAPageButItsExplanationIs() {
        Response notThere = given().header("Accept", BROWSER).get("/api/v1/problems/nope");
        assertThat(notThere.statusCode()).isEqualTo(404);
        assertThat(notThere.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void theListHasEveryKind() {
        assertThat(given().get("/api/v1/problems").jsonPath().<String>getList("data.code"))
                .containsExactlyElementsOf(Arrays.stream(ProblemType.values())
                        .map(ProblemType::code)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "/openapi.json, application/json",
        "/openapi.yaml, application/yaml",
        "/openapi, application/yaml",
        "/docs/, text/html"
    })
    void theContractAndItsPageCanBeRead(String path, String type) {
        RawHttp.Response response = RawHttp.get(path);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Content-Type")).startsWith(type);
        assertThat(response.text()).contains("openapi");
    }

    @Test
    void thePageToTryItLoadsNothingFromElsewhere() {
        assertThat(RawHttp.get("/docs/").text())
                .contains("/openapi")
                .doesNotContainPattern("(src|href)=[\"']?(https?:)?//");
    }

    @Test
    void theAddressWithoutASlashLeadsToThePage() {
        RawHttp.Response response = RawHttp.get("/docs");
        assertThat(response.status()).isEqualTo(302);
        assertThat(response.header("Location")).isEqualTo("/docs/");
    }
}
