package org.putokaz.sync.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.common.Sha256;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.http.RawHttp;
import org.putokaz.signing.SigningKeyFixture;
import org.putokaz.sync.ParsedSnapshot;

/** The snapshot of the Center's content pack. */
@DatabaseTest
class SnapshotTest {

    private static final String SNAPSHOT = "/api/v1/snapshot";
    private static final String GZIP = "Accept-Encoding: gzip";

    private static String stripped(String jws) {
        return jws.strip();
    }

    @Test
    void itHoldsEveryEntryJustAsTheFeedDoes() {
        ParsedSnapshot snapshot = ParsedSnapshot.download("");
        assertThat(snapshot.entries()).hasSize(14);
        Set<String> live = new HashSet<>();
        JsonNode page = ParsedSnapshot.parseJson(
                given().get("/api/v1/changes?limit=1000").asString());
        while (page.get("changes").size() > 0) {
            for (JsonNode change : page.get("changes")) {
                if (change.get("op").asText().equals("upsert")) {
                    live.add(change.get("id").asText());
                    JsonNode entry = snapshot.entries().get(change.get("id").asText());
                    entry.fieldNames()
                            .forEachRemaining(
                                    name -> assertThat(entry.get(name)).as(name).isEqualTo(change.get(name)));
                }
            }
            String next = page.get("next").asText();
            page = ParsedSnapshot.parseJson(
                    given().get("/api/v1/changes?limit=1000&since=" + next).asString());
        }
        assertThat(snapshot.entries().keySet()).isEqualTo(live);
        assertThat(snapshot.header().get("feed").isTextual()).isTrue();
        assertThat(snapshot.next()).isEqualTo(page.get("next").asText());
    }

    @Test
    void eachEntryIsWhatItsOwnAddressAnswers() {
        ParsedSnapshot.download("").entries().forEach((id, line) -> {
            Response answer = given().get("/api/v1/" + line.get("family").asText() + "/" + id + "?lang=en");
            assertThat(answer.<String>path("slug")).isEqualTo(line.get("slug").asText());
            assertThat(answer.<String>path("publishedAt"))
                    .isEqualTo(line.get("publishedAt").asText());
            for (String name : List.of("title", "name", "label")) {
                if (answer.path(name) != null) {
                    assertThat(answer.<String>path(name))
                            .isEqualTo(line.at("/content/" + name + "/en").asText());
                }
            }
        });
    }

    @Test
    void itsTokenLeadsToWhatComesAfterIt() {
        Response after = given().get(
                        "/api/v1/changes?since=" + ParsedSnapshot.download("").next());

        assertThat(after.<List<Object>>path("changes")).isEmpty();
    }

    @Test
    void itCanBeLimitedToFamilies() {
        ParsedSnapshot some = ParsedSnapshot.download("?family=help-guides&family=contact-channels");
        ParsedSnapshot same = ParsedSnapshot.download("?family=contact-channels&family=help-guides");

        assertThat(some.entries().values())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.get("family").asText()).isIn("help-guides", "contact-channels"));
        assertThat(same).isEqualTo(some);
        assertThat(given().get("/api/v1/changes?family=help-guides&since=" + some.next())
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().get("/api/v1/changes?since=" + some.next()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void theMediaTypesAreTheDocumentedOnes() {
        assertThat(given().get(SNAPSHOT).contentType()).isEqualTo("application/x-ndjson");
        assertThat(given().get(SNAPSHOT + ".jws").contentType()).isEqualTo("application/jose");
    }

    @Test
    void itIsTheSameBytesEachTime() {
        assertThat(RawHttp.get(SNAPSHOT).body()).isEqualTo(RawHttp.get(SNAPSHOT).body());
    }

    @Test
    void theDigestIsThatOfTheBytesInTheirCoding() {
        RawHttp.Response plain = RawHttp.get(SNAPSHOT);
        RawHttp.Response zipped = RawHttp.get(SNAPSHOT, GZIP);

        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.decompressed()).isEqualTo(plain.text());
        assertThat(plain.header("Repr-Digest")).isEqualTo(ParsedSnapshot.reprDigest(plain.body()));
        assertThat(zipped.header("Repr-Digest")).isEqualTo(ParsedSnapshot.reprDigest(zipped.body()));
        assertThat(zipped.header("ETag")).isNotEqualTo(plain.header("ETag"));
        assertThat(zipped.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(plain.header("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(plain.header("Content-Length")).isEqualTo(String.valueOf(plain.body().length));
    }

    @Test
    void theSignedStatementNamesTheseBytesAndAnotherLibraryVerifiesIt() throws Exception {
        RawHttp.Response answer = RawHttp.get(SNAPSHOT + "?family=help-guides");
        String jws = answer.header("X-JWS-Signature");
        JsonNode statement =
                ParsedSnapshot.parseJson(JWSObject.parse(jws).getPayload().toString());

        assertThat(SigningKeyFixture.isValid(jws)).isTrue();
        assertThat(statement.get("sha-256").asText()).isEqualTo(Sha256.hex(answer.body()));
        assertThat(statement.get("size").asInt()).isEqualTo(answer.body().length);
        assertThat(statement.get("path").asText()).isEqualTo(SNAPSHOT + "?family=help-guides");
        assertThat(statement.get("position").asLong())
                .isEqualTo(ParsedSnapshot.parse(answer.body()).position());
        assertThat(stripped(RawHttp.get(SNAPSHOT + ".jws?family=help-guides").text()))
                .isEqualTo(jws);
        assertThat(answer.header("Link"))
                .contains("</api/v1/snapshot.jws?family=help-guides>; rel=\"describedby\"; type=\"application/jose\"");
        String forged = jws.substring(0, jws.length() - 8) + "AAAAAAAA";
        assertThat(SigningKeyFixture.isValid(forged)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gzip"})
    void anInterruptedDownloadIsResumed(String coding) {
        String accept = "Accept-Encoding: " + (coding.isEmpty() ? "identity" : coding);
        RawHttp.Response whole = RawHttp.get(SNAPSHOT, accept);
        String tag = "If-Range: " + whole.header("ETag");
        int half = whole.body().length / 2;
        RawHttp.Response rest = RawHttp.get(SNAPSHOT, accept, tag, "Range: bytes=" + half + "-");
        RawHttp.Response begin = RawHttp.get(SNAPSHOT, accept, "Range: bytes=0-" + (half - 1));

        assertThat(List.of(rest.status(), begin.status())).containsOnly(206);
        assertThat(rest.header("Content-Range"))
                .isEqualTo("bytes " + half + "-" + (whole.body().length - 1) + "/" + whole.body().length);
        assertThat(rest.header("Repr-Digest")).isEqualTo(whole.header("Repr-Digest"));
        assertThat(joined(begin.body(), rest.body())).isEqualTo(whole.body());
        RawHttp.Response end = RawHttp.get(SNAPSHOT, accept, "Range: bytes=-10");
        assertThat(joined(begin.body(), rest.body())).endsWith(end.body());
        assertThat(end.body()).hasSize(10);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If-Range: \"another\"   | bytes=5-",
                "If-Range: Tue, 24 Nov 2026 00:00:00 GMT | bytes=5-",
                "Accept: */*             | bytes=5-6, 9-10",
                "Accept: */*             | lines=5-6",
                "Accept: */*             | bytes=9-5",
                "Accept: */*             | bytes=-"
            })
    void anInapplicableRangeIsAnsweredWithTheWholeFile(String condition, String range) {
        RawHttp.Response answer = RawHttp.get(SNAPSHOT, condition, "Range: " + range);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(RawHttp.get(SNAPSHOT).body());
    }

    @Test
    void aRangePastTheEndIsRefusedWithTheLength() {
        int length = RawHttp.get(SNAPSHOT).body().length;
        RawHttp.Response answer = RawHttp.get(SNAPSHOT, "Range: bytes=" + length + "-", "Accept-Language: en");

        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */" + length);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text()).contains("range-not-satisfiable").contains("how long it is");
    }

    @Test
    void anUnchangedSnapshotIsNotModified() {
        String tag = RawHttp.get(SNAPSHOT).header("ETag");
        RawHttp.Response known = RawHttp.get(SNAPSHOT, "If-None-Match: W/" + tag, GZIP, "Range: bytes=0-1");

        assertThat(known.status()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(RawHttp.get(SNAPSHOT, "If-None-Match: \"another\"").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Accept-Encoding: gzip", "Range: bytes=3-7"})
    void headHasTheHeadersOfGet(String header) {
        List<String> headers = header.isEmpty() ? List.of() : List.of(header);
        RawHttp.Response head = RawHttp.head(SNAPSHOT, headers.toArray(String[]::new));
        RawHttp.Response get = RawHttp.get(SNAPSHOT, headers.toArray(String[]::new));

        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.body()).isEmpty();
        List<String> names = new ArrayList<>(get.headers().keySet());
        names.remove("Date");
        for (String name : names) {
            assertThat(head.header(name)).as(name).isEqualTo(get.header(name));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?family=kanarinci, invalid-parameter",
        "?family=, invalid-parameter",
        "?family=help-guides&family=help-guides, invalid-parameter",
        "?x=1, unknown-parameter",
        "?lang=en, unknown-parameter"
    })
    void unknownParametersAreRefused(String query, String code) {
        for (String path : List.of(SNAPSHOT, SNAPSHOT + ".jws")) {
            RawHttp.Response answer = RawHttp.get(path + query);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.text()).contains(code);
        }
    }

    @Test
    void itFollowsTheRulesOfEveryPublicUrl() {
        for (String path : List.of(SNAPSHOT, SNAPSHOT + ".jws", "/api/v1/bundle", "/api/v1/bundle.jws")) {
            assertThat(RawHttp.get(path, "Accept: text/csv").status()).as(path).isEqualTo(406);
            RawHttp.Response deleted = RawHttp.send("DELETE", path);
            assertThat(deleted.status()).as(path).isEqualTo(405);
            assertThat(deleted.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
            assertThat(RawHttp.get(path + "/nothing").status()).as(path).isEqualTo(404);
            assertThat(RawHttp.get(path).header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(RawHttp.get(path).header("Access-Control-Expose-Headers"))
                    .contains("Repr-Digest");
        }
    }

    @Test
    void theSignatureHasATagOfItsOwn() {
        RawHttp.Response jws = RawHttp.get(SNAPSHOT + ".jws");

        assertThat(jws.header("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(RawHttp.get(SNAPSHOT + ".jws", "If-None-Match: " + jws.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(new String(jws.body(), StandardCharsets.US_ASCII)).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\n");
    }
}
