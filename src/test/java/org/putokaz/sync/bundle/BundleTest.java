package org.putokaz.sync.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.http.RawHttp;
import org.putokaz.signing.SigningKeyFixture;
import org.putokaz.sync.ParsedSnapshot;

/** The bundle of the Center's content pack. */
@DatabaseTest
class BundleTest {

    private static final String BUNDLE = "/api/v1/bundle";
    private static final List<String> FAMILIES =
            List.of("contact-channels", "help-guides", "history-events", "organisational-units");

    static Stream<String> languages() {
        return Stream.of("sr-Cyrl", "sr-Latn", "en");
    }

    private static List<JsonNode> sorted(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        all.sort(
                (one, other) -> one.get("id").asText().compareTo(other.get("id").asText()));
        return all;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void itHoldsWhatTheListsShowAsTheyShowIt(String language) {
        JsonNode bundle = ParsedSnapshot.parseJson(
                given().get(BUNDLE + "?lang=" + language).asString());

        assertThat(bundle.get("language").asText()).isEqualTo(language);
        int all = 0;
        for (String family : FAMILIES) {
            JsonNode list = ParsedSnapshot.parseJson(given().get("/api/v1/" + family + "?limit=100&lang=" + language)
                    .asString());
            assertThat(sorted(bundle.get(family))).as(family).isEqualTo(sorted(list.get("data")));
            all += bundle.get(family).size();
        }
        assertThat(all).isEqualTo(14);
        assertThat(given().get("/api/v1/changes?since=" + bundle.get("next").asText())
                        .<List<Object>>path("changes"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void itsSignatureIsOfExactlyItsBytes(String language) throws Exception {
        RawHttp.Response answer = RawHttp.get(BUNDLE + "?lang=" + language);
        String jws = answer.header("X-JWS-Signature");
        byte[] other = answer.text().replace("063 610 590", "063 610 591").getBytes("UTF-8");

        assertThat(jws).contains("..");
        assertThat(SigningKeyFixture.isValid(jws, answer.body())).isTrue();
        assertThat(other).isNotEqualTo(answer.body());
        assertThat(SigningKeyFixture.isValid(jws, other)).isFalse();
        assertThat(RawHttp.get(BUNDLE + ".jws?lang=" + language).text().strip()).isEqualTo(jws);
    }

    @Test
    void theDigestIsThatOfTheBytesInTheirCoding() {
        RawHttp.Response plain = RawHttp.get(BUNDLE + "?lang=en");
        RawHttp.Response zipped = RawHttp.get(BUNDLE + "?lang=en", "Accept-Encoding: gzip");

        assertThat(zipped.decompressed()).isEqualTo(plain.text());
        assertThat(plain.header("Repr-Digest")).isEqualTo(ParsedSnapshot.reprDigest(plain.body()));
        assertThat(zipped.header("Repr-Digest")).isEqualTo(ParsedSnapshot.reprDigest(zipped.body()));
        assertThat(RawHttp.get(BUNDLE + "?lang=en", "If-None-Match: " + zipped.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void aNegotiatedLanguageIsInTheHeaders() {
        RawHttp.Response negotiated = RawHttp.get(BUNDLE, "Accept-Language: sr-RS");
        RawHttp.Response explicit = RawHttp.get(BUNDLE + "?lang=sr-Cyrl");

        assertThat(negotiated.header("Content-Language")).isEqualTo("sr-Cyrl");
        assertThat(negotiated.header("Content-Location")).isEqualTo(BUNDLE + "?lang=sr-Cyrl");
        assertThat(negotiated.header("Vary")).isEqualTo("Accept-Language, Accept-Encoding");
        assertThat(negotiated.body()).isEqualTo(explicit.body());
        assertThat(negotiated.header("ETag")).isEqualTo(explicit.header("ETag"));
        assertThat(explicit.header("Content-Location")).isNull();
        assertThat(explicit.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(explicit.header("Cache-Control")).startsWith("public, max-age=");
        assertThat(explicit.header("Link"))
                .contains("</api/v1/bundle.jws?lang=sr-Cyrl>; rel=\"describedby\"")
                .contains("hreflang=\"en\"");
        assertThat(RawHttp.get(BUNDLE, "Accept-Language: en").header("Content-Language"))
                .isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?lang=de", "?lang=", "?fields=language", "?lang=en&lang=en"})
    void unknownParametersAreRefused(String query) {
        assertThat(RawHttp.get(BUNDLE + query).status()).isEqualTo(400);
        assertThat(RawHttp.get(BUNDLE + ".jws" + query).status()).isEqualTo(400);
    }

    @Test
    void anInterruptedDownloadIsResumed() {
        RawHttp.Response whole = RawHttp.get(BUNDLE + "?lang=en");
        RawHttp.Response part =
                RawHttp.get(BUNDLE + "?lang=en", "Range: bytes=100-199", "If-Range: " + whole.header("ETag"));

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(java.util.Arrays.copyOfRange(whole.body(), 100, 200));
    }
}
