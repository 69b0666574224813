package org.putokaz.editorial.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.RawHttpClient;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;

/** Requests with a wrong address, media type, parameter or patch: each answer is a problem, and nothing changes. */
@HttpTest
@TestProfile(Apart.class)
class EntryRequestRefusalTest extends UnchangedEntryFixture {

    @Test
    void aPatchThatGrowsWithoutEndIsStopped() {
        StringBuilder doubling = new StringBuilder("[{\"op\": \"add\", \"path\": \"/a\", \"value\": [\"abcdefgh\"]}");
        for (int i = 0; i < 60; i++) {
            doubling.append(",{\"op\": \"copy\", \"from\": \"/a\", \"path\": \"/a/-\"}");
        }
        StringBuilder long1000 =
                new StringBuilder("[{\"op\": \"add\", \"path\": \"/a\", \"value\": [\"" + "x".repeat(500_000) + "\"]}");
        for (int i = 0; i < 900; i++) {
            long1000.append(",{\"op\": \"copy\", \"from\": \"/a/0\", \"path\": \"/a/-\"}");
        }
        for (StringBuilder patch : List.of(doubling, long1000)) {
            HttpResponse<String> refused = RawHttpClient.send(
                    "PATCH",
                    draft.path(),
                    "application/json-patch+json",
                    draft.tag,
                    patch.append(']').toString().getBytes(UTF_8));
            assertThat(refused.statusCode()).as(refused.body()).isIn(400, 413);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {} | 400
            [{}] | 400
            [3] | 400
            [{'op': 'burn', 'path': '/name'}] | 400
            [{'op': 'remove'}] | 400
            [{'op': 'add', 'path': 'name', 'value': {}}] | 409
            [{'op': 'replace', 'path': '', 'value': 3}] | 409
            [{'op': 'remove', 'path': '/sortOrder/a'}] | 409
            [{'op': 'remove', 'path': '/gone'}] | 409
            [{'op': 'add', 'path': '/naem', 'value': {}}] | 400
            [{'op': 'add', 'path': '/name/sr-Cyrl', 'value': 3}] | 400
            """)
    void aPatchThatDoesNotFitIsRefused(String patch, int status) {
        HttpResponse<String> refused = RawHttpClient.send(
                "PATCH",
                draft.path(),
                "application/json-patch+json",
                draft.tag,
                EntryClient.json(patch).getBytes(UTF_8));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, text/plain",
        "POST, application/merge-patch+json",
        "PUT, application/xml",
        "PATCH, application/json"
    })
    void aBodyOfAnotherKindIsRefused(String method, String type) {
        String path = method.equals("POST") ? UNITS : draft.path();
        HttpResponse<String> refused = RawHttpClient.send(method, path, type, draft.tag, "{}".getBytes(UTF_8));
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        String accepted = method.equals("PATCH")
                ? "application/merge-patch+json, application/json-patch+json"
                : "application/json";
        assertThat(refused.headers().firstValue("Accept")).hasValue(accepted);
        assertThat(refused.headers().firstValue("Accept-Patch").isPresent()).isEqualTo(method.equals("PATCH"));
        assertThat(refused.headers().firstValue("Accept-Post").isPresent()).isEqualTo(method.equals("POST"));
        assertThat(JsonPath.from(refused.body()).getString("detail"))
                .contains("Content-Type: " + accepted + ".")
                .startsWith("Тело захтева");
    }

    @Test
    void aRefusedEncodingKeepsItsOwnDetail() {
        byte[] body = "{}".getBytes(UTF_8);
        HttpResponse<String> refused =
                RawHttpClient.send("PUT", draft.path(), "application/json; charset=windows-1250", draft.tag, body);
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.headers().firstValue("Accept")).hasValue("application/json");
        assertThat(JsonPath.from(refused.body()).getString("detail")).contains("windows-1250");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "%00", "a%2Fb", Center.PHONE})
    void anIdThatIsNoneOfThatFamilyIsNotFound(String id) {
        for (String below : List.of("", "/revisions", "/revisions/1", "/revisions/1/diff")) {
            HttpResponse<String> answer = RawHttpClient.send("GET", UNITS + "/" + id + below, null, null, new byte[0]);
            assertThat(answer.statusCode()).as(below).isIn(400, 404);
        }
        for (String below : List.of("/submit", "/approve", "/publish", "/revisions/1/restore")) {
            HttpResponse<String> answer =
                    RawHttpClient.send("POST", UNITS + "/" + id + below, null, draft.tag, new byte[0]);
            assertThat(answer.statusCode()).as(below).isIn(400, 404);
        }
    }

    /** Only a change of what the public sees can be tried without being made. */
    @Test
    void aDryRunIsRefusedWhereThereIsNone() {
        byte[] body = EntryClient.json(EntryClient.contentBody(FamilySample.UNIT.content()))
                .getBytes(UTF_8);
        String newest = newestId();
        assertThat(RawHttpClient.send("POST", UNITS + "?dryRun=true", JSON, null, body)
                        .statusCode())
                .isEqualTo(400);
        for (String below : List.of("?dryRun=true", "/submit?dryRun=true", "/approve?dryRun=true")) {
            String method = below.startsWith("?") ? "PUT" : "POST";
            assertThat(RawHttpClient.send(method, draft.path() + below, JSON, draft.tag, body)
                            .statusCode())
                    .as(below)
                    .isEqualTo(400);
        }
        assertThat(newestId()).isEqualTo(newest);
    }

    @ParameterizedTest
    @CsvSource({"?x=1, 400", "?lang=xx, 400", "?dryRun=maybe, 400", "?access_token=pk_x, 401", "?note=a&note=b, 400"})
    void whatStandsInTheQueryIsKnownOrRefused(String query, int status) {
        byte[] body = EntryClient.json(EntryClient.contentBody(FamilySample.UNIT.content()))
                .getBytes(UTF_8);
        String newest = newestId();
        assertThat(RawHttpClient.send("POST", UNITS + query, JSON, null, body).statusCode())
                .isIn(status, 400);
        assertThat(RawHttpClient.send("PUT", draft.path() + query, JSON, draft.tag, body)
                        .statusCode())
                .isIn(status, 400);
        assertThat(RawHttpClient.send("POST", draft.path() + "/publish" + query, JSON, draft.tag, "{}".getBytes(UTF_8))
                        .statusCode())
                .isIn(status, 400);
        assertThat(newestId()).isEqualTo(newest);
    }

    @ParameterizedTest
    @CsvSource({"submit, {'x': 1}", "approve, []", "publish, {'revision': '1'}", "publish, x", "withdraw, {'note': 'a'}"
    })
    void aBodyThatDoesNotFitTheTransitionIsRefused(String action, String body) {
        HttpResponse<String> refused = RawHttpClient.send(
                "POST",
                draft.path() + "/" + action,
                JSON,
                draft.tag,
                EntryClient.json(body).getBytes(UTF_8));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            contact-channels | {'lastVerified': '9999-12-31', 'verifyEvery': 2147483647}
            contact-channels | {'lastVerified': '+999999999-12-31', 'verifyEvery': 2147483647}
            contact-channels | {'lastVerified': '2026-01-01', 'verifyEvery': 2147483647}
            contact-channels | {'lastVerified': '-999999999-01-01', 'verifyEvery': 1, 'rank': -2147483648}
            contact-channels | {'availableFrom': '+12345-01-01', 'hours': {'timezone': 'Europe/Belgrade'}}
            organisational-units | {'location': {'latitude': 1e999, 'longitude': -1e999}}
            organisational-units | {'location': {'latitude': 1e-999, 'longitude': 1e308}}
            organisational-units | {'sortOrder': -2147483648, 'established': '9999'}
            history-events | {'date': '0001~', 'sortOrder': 2147483647}
            help-guides | {'steps': [{}, {}, {'contactChannels': []}]}
            """)
    void whatIsOnlyAbsurdIsADraftOrAProblemButNeverAFailure(String family, String content) {
        HttpResponse<String> answer = RawHttpClient.send(
                "POST",
                EntryClient.BASE + family,
                JSON,
                null,
                EntryClient.json(EntryClient.contentBody(content)).getBytes(UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isIn(201, 400, 422);
        if (answer.statusCode() == 201) {
            String path = answer.headers().firstValue("Location").orElseThrow();
            assertThat(EntryClient.editor().get(path).statusCode()).isEqualTo(200);
        }
    }
}
