package org.putokaz.editorial.api;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.RawHttpClient;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;

/** Content that cannot be saved: each answer is a problem with its pointer, never a 5xx, and nothing changes. */
@HttpTest
@TestProfile(Apart.class)
class EntryContentRefusalTest extends UnchangedEntryFixture {

    /** Sends the body to create an entry and to replace the existing one. */
    private void assertRefused(byte[] body, int status, String pointer, String code) {
        String newest = newestId();
        for (HttpResponse<String> refused : List.of(
                RawHttpClient.send("POST", UNITS, JSON, null, body),
                RawHttpClient.send("PUT", draft.path(), JSON, draft.tag, body))) {
            assertProblem(refused, status, pointer, code);
        }
        assertThat(newestId()).isEqualTo(newest);
    }

    private static void assertProblem(HttpResponse<String> refused, int status, String pointer, String code) {
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonPath problem = JsonPath.from(refused.body());
        assertThat(problem.getString("violations[0].pointer")).isEqualTo(pointer);
        assertThat(problem.getString("violations[0].code")).isEqualTo(code);
        assertThat(refused.body()).doesNotContainIgnoringCase("exception").doesNotContain("org.putokaz");
    }

    @Test
    void theMessageOfAWrongTypeSaysWhatWasReadAndWhatIsWanted() {
        byte[] body = EntryClient.json("{'content': {'kind': '" + "x".repeat(1000) + "'}}")
                .getBytes(UTF_8);
        String message = JsonPath.from(
                        RawHttpClient.send("POST", UNITS, JSON, null, body).body())
                .getString("violations[0].message");

        assertThat(message).startsWith("Прочитано: \"" + "x".repeat(40) + "…\". Потребно: једна од вредности ");
    }

    static Stream<byte[]> notJson() {
        String valid = EntryClient.json(EntryClient.contentBody(FamilySample.UNIT.content()));
        return Stream.of(
                        "",
                        "{",
                        "null",
                        "[]",
                        "3",
                        valid + valid,
                        valid + " x",
                        "{\"content\": {}, \"content\": {}}",
                        "{\"content\": {\"kind\": \"office\", \"kind\": \"office\"}}",
                        "{\"content\": " + "[".repeat(1000) + "]".repeat(1000) + "}",
                        "{\"content\": " + "{\"a\":".repeat(1000) + "1" + "}".repeat(1000) + "}",
                        "[".repeat(200_000),
                        "{\"content\": {\"sortOrder\": " + "9".repeat(100_000) + "}}",
                        "{'content': {}}",
                        "{\"content\": {\"sortOrder\": NaN}}")
                .map(text -> text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("notJson")
    void whatIsNoJsonObjectIsRefused(byte[] body) {
        HttpResponse<String> refused = RawHttpClient.send("POST", UNITS, JSON, null, body);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(RawHttpClient.send("PUT", draft.path(), JSON, draft.tag, body)
                        .statusCode())
                .isEqualTo(400);
        assertThat(RawHttpClient.send("PATCH", draft.path(), EntryClient.MERGE_PATCH, draft.tag, body)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        byte[] valid = EntryClient.json(EntryClient.contentBody(FamilySample.UNIT.content()))
                .getBytes(UTF_16);
        assertRefused(valid, 400, null, null);
        assertRefused(new byte[] {'{', '"', (byte) 0xC3, '"', '}'}, 400, null, null);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        String large = "{\"content\": {\"description\": {\"sr-Cyrl\": \"" + "а".repeat(1024 * 1024) + "\"}}}";
        assertRefused(large.getBytes(UTF_8), 413, null, null);
        byte[] hundredKilobytes = EntryClient.json(EntryClient.contentBody("{'description': {'sr-Cyrl': '"
                        + "а ".repeat(9_000)
                        + "', 'en': '" + "a ".repeat(9_000) + "'}, 'accessibility': {'sr-Cyrl': '"
                        + "а ".repeat(9_000) + "', 'en': '" + "a ".repeat(9_000) + "', 'hu': '" + "a ".repeat(9_000)
                        + "'}}"))
                .getBytes(UTF_8);
        assertThat(hundredKilobytes.length).isGreaterThan(100_000);
        assertThat(RawHttpClient.send("POST", UNITS, JSON, null, hundredKilobytes)
                        .statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'kontent': {}} | 400 | /kontent | unknown-field
            {'content': {'naem': {'sr-Cyrl': 'А'}}} | 400 | /content/naem | unknown-field
            {'content': {'address': {'stret': 'А'}}} | 400 | /content/address/stret | unknown-field
            {'content': {}, 'status': 'published'} | 400 | /status | unknown-field
            {'slug': 'a'} | 400 | /content | required
            {'content': null} | 400 | /content | required
            {'content': []} | 400 | /content | wrong-type
            {'content': 'а'} | 400 | /content | wrong-type
            {'content': {}, 'slug': 3} | 400 | /slug | wrong-type
            {'content': {}, 'note': ['а']} | 400 | /note | wrong-type
            {'content': {'name': 'А'}} | 400 | /content/name | wrong-type
            {'content': {'name': {'sr-Cyrl': 3}}} | 400 | /content/name/sr-Cyrl | wrong-type
            {'content': {'sortOrder': '3'}} | 400 | /content/sortOrder | wrong-type
            {'content': {'sortOrder': 3.5}} | 400 | /content/sortOrder | wrong-type
            {'content': {'sortOrder': 3000000000}} | 400 | /content/sortOrder | wrong-type
            {'content': {'confidentialLocation': 'false'}} | 400 | /content/confidentialLocation | wrong-type
            {'content': {'confidentialLocation': 0}} | 400 | /content/confidentialLocation | wrong-type
            {'content': {'kind': 'bunker'}} | 400 | /content/kind | wrong-type
            {'content': {'kind': 2}} | 400 | /content/kind | wrong-type
            {'content': {'parent': 'x'}} | 400 | /content/parent | wrong-type
            {'content': {'predecessors': [null]}} | 400 | /content/predecessors/0 | wrong-type
            {'content': {'legalBasis': [null]}} | 400 | /content/legalBasis/0 | wrong-type
            {'content': {'legalBasis': [{'date': '2020-02-30'}]}} | 400 | /content/legalBasis/0/date | wrong-type
            {'content': {'location': {'latitude': 'x', 'longitude': 2}}} | 400 | /content/location/latitude | wrong-type
            {'content': {}, 'slug': 'tree'} | 422 | /slug | slug-reserved
            {'content': {}, 'slug': 'open-now'} | 422 | /slug | slug-reserved
            {'content': {}, 'slug': '01a20a8f-f164-784f-8978-7991cf34943f'} | 422 | /slug | slug-reserved
            {'content': {}, 'slug': 'Велика'} | 422 | /slug | not-a-slug
            {'content': {}, 'slug': ''} | 422 | /slug | not-a-slug
            {'content': {}, 'slug': 'a/b'} | 422 | /slug | not-a-slug
            {'content': {'description': {'sr-Cyrl': '<script>x</script>'}}} | 422 | /content/description/sr-Cyrl | raw-html
            {'content': {'description': {'en': 'a <b>c</b>'}}} | 422 | /content/description/en | raw-html
            {'content': {'description': {'en': '[a](javascript:alert(1))'}}} | 422 | /content/description/en | link-not-allowed
            {'content': {'description': {'en': '[a](JaVa&#115;cript:x)'}}} | 422 | /content/description/en | link-not-allowed
            {'content': {'description': {'en': '[a](data:text/html,x)'}}} | 422 | /content/description/en | link-not-allowed
            {'content': {'description': {'en': '<javascript:x>'}}} | 422 | /content/description/en | link-not-allowed
            {'content': {'accessibility': {'en': '![a](/b.png)'}}} | 422 | /content/accessibility/en | image-in-prose
            """)
    void whatIsWrongIsSaidWithItsPlace(String body, int status, String pointer, String code) {
        assertRefused(EntryClient.json(body).getBytes(UTF_8), status, pointer, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-13", "19", "yesterday", "2019-02-30", "2019/2018", "[..", ""})
    void aDateThatIsNoneIsRefused(String date) {
        HttpResponse<String> refused = RawHttpClient.send(
                "POST",
                UNITS,
                JSON,
                null,
                EntryClient.json("{'content': {'established': '" + date + "'}}").getBytes(UTF_8));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(JsonPath.from(refused.body()).getString("violations[0].pointer"))
                .isEqualTo("/content/established");
    }

    @Test
    void anUnknownFieldIsAnsweredWithTheKnownOnes() {
        Response refused = EntryClient.post(FamilySample.UNIT, "{'content': {'shortname': {}}}");
        assertThat(refused.<String>path("violations[0].message")).contains("shortName", "accessibility");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u0007", "\\u0085", "\\ud800", "\\udc00 ", "\\ud83d"})
    void whatIsNoTextIsRefused(String escape) {
        String at = "/content/name/sr-Cyrl";
        String body = "{\"content\": {\"name\": {\"sr-Cyrl\": \"а" + escape + "\"}}}";
        assertRefused(body.getBytes(UTF_8), 400, at, "control-character");
        HttpResponse<String> refused = RawHttpClient.send(
                "PATCH",
                draft.path(),
                "application/json-patch+json",
                draft.tag,
                ("[{\"op\": \"add\", \"path\": \"/name/en\", \"value\": \"" + escape + "\"}]").getBytes(UTF_8));
        assertProblem(refused, 400, "/0/value", "control-character");
    }

    @Test
    void aSlugThatIsOrWasSomebodyElsesIsTaken() {
        String once = FamilySample.slug(FamilySample.uniqueName());
        EntryClient other = EntryClient.fromResponse(
                FamilySample.UNIT,
                EntryClient.post(
                        FamilySample.UNIT, "{'slug': '" + once + "', 'content': " + FamilySample.UNIT.content() + "}"));
        other.publish();
        other.put("{'slug': '" + once + "-sad', 'content': " + FamilySample.UNIT.content() + "}");
        other.publish();
        other.put("{'slug': '" + once + "-tek', 'content': " + FamilySample.UNIT.content() + "}");
        rememberPosition();

        for (String taken : List.of(Center.CENTER_SLUG, once, once + "-sad", once + "-tek")) {
            String body = "{'slug': '" + taken + "', 'content': " + FamilySample.UNIT.content() + "}";
            assertRefused(EntryClient.json(body).getBytes(UTF_8), 409, "/slug", "slug-taken");
        }
        other.put("{'slug': '" + once + "', 'content': " + FamilySample.UNIT.content() + "}");
        assertThat(other.get().<String>path("slug")).isEqualTo(once);
    }

    @Test
    void whatIsTooMuchIsRefused() {
        String line = "{'content': {'name': {'sr-Cyrl': '" + "а".repeat(301) + "'}}}";
        assertRefused(EntryClient.json(line).getBytes(UTF_8), 422, "/content/name/sr-Cyrl", "too-long");
        String prose = "{'content': {'description': {'sr-Cyrl': '" + "а".repeat(20_001) + "'}}}";
        assertRefused(EntryClient.json(prose).getBytes(UTF_8), 422, "/content/description/sr-Cyrl", "too-long");
        String items = "{'content': {'legalBasis': [{}" + ",{}".repeat(100) + "]}}";
        assertRefused(EntryClient.json(items).getBytes(UTF_8), 422, "/content/legalBasis", "too-many");
        String note = "{'note': '" + "а".repeat(2001) + "', 'content': {}}";
        assertRefused(EntryClient.json(note).getBytes(UTF_8), 400, "/note", "too-long");
    }
}
