package org.putokaz.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;

/** Problems (RFC 9457) as the response to every failed request: never a page, never an empty body. */
@HttpTest
class ProblemAnswersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode problem(RawHttp.Response response, int status, String code) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
        try {
            JsonNode problem = JSON.readTree(response.body());
            assertThat(problem.get("status").asInt()).isEqualTo(status);
            assertThat(problem.get("code").asText()).isEqualTo(code);
            assertThat(problem.get("type").asText()).isEqualTo("/api/v1/problems/" + code);
            assertThat(problem.get("title").asText()).isNotBlank();
            assertThat(problem.get("detail").asText()).isNotBlank();
            return problem;
        } catch (IOException notJson) {
            throw new AssertionError(response.text(), notJson);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nope",
                "/api",
                "/api/v1/nope",
                "/api/v2",
                "/index.html",
                "/favicon.ico",
                "/q/dev",
                "/q/health",
                "/q/metrics",
                "/q/swagger-ui",
                "/.well-known/openid-configuration",
                "/api/v1/history-events/1abc",
                "/api/v1/history-events/" + Center.CENTER,
                "/api/v1/organisational-units/" + Center.PHONE,
                "/api/v1/organisational-units/" + Center.PHONE_SLUG,
                "/api/v1/help-guides/" + Center.GUIDE_SLUG + "/steps/nope",
                "/api/v1/help-guides/" + Center.GUIDE_SLUG + "/steps/" + Center.GUIDE,
                "/api/v1/help-guides/potrebna/ti/je/pomoc",
                "/api/v1/help-guides/potrebna%2Fti-je-pomoc",
                "/api/v1/help-guides/%D0%B6%D1%80%D1%82%D0%B2%D0%B0",
                "/api/v1/help-guides/'%20or%201=1--",
                "/api/v1/help-guides/00000000-0000-0000-0000-000000000000"
            })
    void whatIsNotThereIsNotFound(String target) {
        problem(RawHttp.get(target), 404, "not-found");
        problem(RawHttp.get(target, "Accept: */*", "User-Agent: Mozilla/5.0"), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1, 'GET, HEAD, OPTIONS'",
        "/api/v1/history-events, 'GET, HEAD, OPTIONS'",
        "/api/v1/help-guides/potrebna-ti-je-pomoc/steps/sta-raditi, 'GET, HEAD, OPTIONS'",
        "/api/v1/help-guides/nothing-here, 'GET, HEAD, OPTIONS'",
        "/api/v1/contact-channels/open-now, 'GET, HEAD, OPTIONS'",
        "/api/v1/problems/gone, 'GET, HEAD, OPTIONS'",
        "/openapi.json, 'GET, HEAD, OPTIONS'",
        "/docs/, 'GET, HEAD, OPTIONS'"
    })
    void aMethodThatIsNotAllowedIsRefusedWithTheAllowedOnes(String target, String allowed) {
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE", "TRACE", "QUERY", "PROPFIND", "get"}) {
            RawHttp.Response response = RawHttp.send(method, target, "X-Secret: canary");
            problem(response, 405, "method-not-allowed");
            assertThat(response.header("Allow")).isEqualTo(allowed);
            assertThat(response.text()).as("TRACE must not echo").doesNotContain("canary");
        }
        RawHttp.Response options = RawHttp.send("OPTIONS", target);
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Allow")).isEqualTo(allowed);
        assertThat(options.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/problems/gone", "/api/v1/problems", "/api/v1/help-guides/" + Center.GUIDE})
    void whatCannotBeHadInThatMediaTypeIsNotAcceptable(String target) {
        problem(RawHttp.get(target, "Accept: text/csv"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "a/b/c", ",,,", "\"", "/", "application/", ";q=1", "*/json"})
    void anAcceptHeaderThatIsNoneIsAtMostAProblem(String accept) {
        for (String target : new String[] {"/api/v1/problems/gone", "/api/v1/history-events"}) {
            RawHttp.Response response = RawHttp.get(target, "Accept: " + accept);
            if (response.status() != 200) {
                assertThat(response.status()).isIn(400, 406);
                assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%zz",
                "%",
                "%4",
                "%00",
                "%0d%0aSet-Cookie:a=b",
                "%7F",
                "%c0%af",
                "%e0%80%af",
                "%ed%a0%80",
                "%ff",
                "|",
                "<b>",
                "{x}",
                "\\",
                "^",
                "`",
                "\u00e9"
            })
    void aMalformedUrlIsAProblemInEveryPart(String piece) {
        problem(RawHttp.get("/api/v1/history-events/" + piece), 400, "malformed-request");
        problem(RawHttp.get("/api/v1/history-events?lang=" + piece), 400, "malformed-request");
        problem(RawHttp.get("/api/v1/history-events?" + piece + "=1"), 400, "malformed-request");
        problem(RawHttp.get("/" + piece), 400, "malformed-request");
    }

    @Test
    void theProblemOfAMalformedUrlSaysWhatIsWrong() {
        assertThat(problem(RawHttp.get("/api/v1/%zz", "Accept-Language: en"), 400, "malformed-request")
                        .get("detail")
                        .asText())
                .isEqualTo("The URL has a percent sign that is not followed by two hexadecimal digits.");
    }

    @ParameterizedTest
    @ValueSource(ints = {4097, 10_000, 60_000})
    void theProblemOfAnOverlongUrlSaysTheLimit(int length) {
        String target = "/api/v1/history-events?x=";
        JsonNode problem = problem(RawHttp.get(target + "a".repeat(length - target.length())), 414, "uri-too-long");
        assertThat(problem.get("detail").asText()).contains("4096");
    }

    @Test
    void aTargetWithoutAPathIsAProblem() {
        problem(RawHttp.get("*"), 404, "not-found");
        problem(RawHttp.get("foo"), 404, "not-found");
        problem(RawHttp.get("?x"), 400, "malformed-request");
    }

    @Test
    void aRequestThatDoesNotNameItsHostIsAProblem() {
        problem(RawHttp.exchange("GET /api/v1 HTTP/1.1\r\nConnection: close\r\n\r\n"), 400, "malformed-request");
    }

    /** Vert.x refuses these before any handler runs: no problem, no page, and the connection ends. */
    @ParameterizedTest
    @CsvSource({"17000, 431", "40000, 431"})
    void headersThatAreTooLargeAreRefusedWithoutABody(int length, int status) {
        RawHttp.Response response = RawHttp.get("/api/v1", "X-Large: " + "a".repeat(length));
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void aUrlThatIsLongerThanAnyoneReadsIsRefusedWithoutABody() {
        RawHttp.Response response = RawHttp.get("/api/v1?x=" + "a".repeat(70_000));
        assertThat(response.status()).isEqualTo(414);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsSent() {
        RawHttp.Response response = RawHttp.send("POST", "/api/v1", "Content-Length: 100000");
        assertThat(response.status()).isEqualTo(413);
        assertThat(response.text()).contains("content-too-large");
    }
}
