package org.putokaz.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.SettableClock;
import org.putokaz.fixture.Tokens;
import org.putokaz.http.RawHttp;
import org.putokaz.problem.ProblemException;
import org.putokaz.security.Role;
import org.putokaz.signing.api.SigningKeyView;
import org.putokaz.signing.api.SigningKeysApi;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys come and go, and at every moment what was signed can be checked. */
@DatabaseTest
@TestProfile(Apart.class)
class SigningKeysTest {

    private static final String KEYS = SigningKeysApi.PATH;
    private static final String JWKS = "/.well-known/jwks.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOME_MOMENT = "2026-11-24T00:00:00Z";
    private static final byte[] WORDS = "Број 063 610 590".getBytes(StandardCharsets.UTF_8);

    @Inject
    Keys keys;

    @Inject
    JwsSigner signer;

    private final Instant start = Instant.now();

    @BeforeEach
    void begin() {
        keys.putAside();
    }

    @AfterEach
    void end() {
        keys.bringBack();
        SettableClock.run();
    }

    private void after(Duration time) {
        SettableClock.set(start.plus(time));
    }

    private static String rotate() {
        Response made = Tokens.asAdmin().post(KEYS);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(KEYS + "/" + made.path("kid"));
        return made.path("kid");
    }

    private static List<String> shown() {
        return Keys.published().getKeys().stream().map(JWK::getKeyID).toList();
    }

    private static String state(String kid) {
        return Tokens.asAdmin().get(KEYS + "/" + kid).path("state");
    }

    @Test
    void whatIsSignedIsAcceptedByAnotherLibraryAndNothingElseIs() throws Exception {
        String enclosed = signer.enclosed("proba", WORDS);
        String detached = signer.detached(WORDS);
        byte[] other = "Број 063 610 591".getBytes(StandardCharsets.UTF_8);

        assertThat(Keys.holds(enclosed)).isTrue();
        assertThat(JWSObject.parse(enclosed).getPayload().toBytes()).isEqualTo(WORDS);
        assertThat(JWSObject.parse(enclosed).getHeader().getAlgorithm().getName())
                .isEqualTo("Ed25519");
        assertThat(Keys.holds(detached, WORDS)).isTrue();
        assertThat(Keys.holds(detached, other)).isFalse();
        assertThat(signer.detached(WORDS)).isEqualTo(detached);
    }

    @Test
    void aNewKeyIsShownBeforeItSignsAndWhatTheOldOneSignedStillHolds() throws Exception {
        String old = signer.kid();
        String before = signer.detached(WORDS);
        String next = rotate();

        assertThat(shown()).containsExactly(next, old);
        assertThat(List.of(state(next), state(old))).containsExactly("announced", "signing");
        after(Duration.ofHours(23));
        assertThat(signer.kid()).isEqualTo(old);
        after(Duration.ofDays(1).plusMinutes(1));
        assertThat(signer.kid()).isEqualTo(next);
        assertThat(Keys.holds(signer.detached(WORDS), WORDS)).isTrue();
        assertThat(Keys.holds(before, WORDS)).isTrue();
        assertThat(state(old)).isEqualTo("retired");
        after(Duration.ofDays(365));
        assertThat(shown()).containsExactly(next, old);
        after(Duration.ofDays(366).plusMinutes(1));
        assertThat(shown()).containsExactly(next);
    }

    @Test
    void aSecondRotationWaitsForTheFirst() {
        rotate();
        Response second = Tokens.asAdmin().header("Accept-Language", "en").post(KEYS);

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.<String>path("detail")).startsWith("A new key is announced already");
        assertThat(shown()).hasSize(2);
    }

    @Test
    void aStolenKeyIsOutAtOnceAndAnotherSigns() throws Exception {
        String stolen = signer.kid();
        String forged = signer.detached(WORDS);

        assertThat(Tokens.asAdmin().post(KEYS + "/" + stolen + "/revoke").<String>path("state"))
                .isEqualTo("revoked");
        assertThat(Keys.holds(forged, WORDS)).isFalse();
        assertThat(signer.kid()).isNotEqualTo(stolen);
        assertThat(Keys.holds(signer.detached(WORDS), WORDS)).isTrue();
        assertThat(keys.privateHalf(stolen)).isNull();
        String next = signer.kid();
        assertThat(Tokens.asAdmin().post(KEYS + "/" + stolen + "/revoke").statusCode())
                .isEqualTo(200);
        assertThat(signer.kid()).isEqualTo(next);
    }

    @Test
    void theAnnouncedKeyTakesOverFromAStolenOne() {
        String next = rotate();
        Tokens.asAdmin().post(KEYS + "/" + signer.kid() + "/revoke");

        assertThat(signer.kid()).isEqualTo(next);
        assertThat(shown()).containsExactly(next);
    }

    @Test
    void aStolenAnnouncedKeyNeverSigns() {
        String old = signer.kid();
        String next = rotate();
        Tokens.asAdmin().post(KEYS + "/" + next + "/revoke");
        after(Duration.ofDays(2));

        assertThat(signer.kid()).isEqualTo(old);
        assertThat(shown()).containsExactly(old);
        assertThat(rotate()).isNotEqualTo(next);
    }

    @Test
    void thePrivateHalfOfAKeyThatSignsNoMoreIsDestroyedByTheNextRotation() {
        String old = signer.kid();
        rotate();
        assertThat(keys.privateHalf(old)).isNotNull();
        after(Duration.ofDays(2));
        rotate();

        assertThat(keys.privateHalf(old)).isNull();
        assertThat(state(old)).isEqualTo("retired");
    }

    @Test
    void theExamplesInTheContractAreAnswersOfThisService() throws Exception {
        JsonNode list = JSON.readTree(Tokens.asAdmin().get(KEYS).asByteArray());
        ObjectNode key = (ObjectNode) list.get("data").get(0);
        key.put("kid", SigningKeyView.KID).put("createdAt", SOME_MOMENT).put("signsFrom", SOME_MOMENT);
        ObjectNode jwk =
                (ObjectNode) JSON.readTree(RawHttp.get(JWKS).body()).get("keys").get(0);
        JsonNode shown = example("JwkSet").get("keys").get(0);
        assertThat(Ed25519Keys.thumbprint(shown.get("x").asText())).isEqualTo(SigningKeyView.KID);

        assertThat(list).isEqualTo(example("SigningKeyList"));
        assertThat(key).isEqualTo(example("SigningKey"));
        assertThat(jwk.put("kid", SigningKeyView.KID).set("x", shown.get("x")).toString())
                .isEqualTo(shown.toString());
    }

    private static JsonNode example(String name) throws IOException {
        Path folder =
                Path.of(System.getProperty("putokaz.basedir", "."), "src", "main", "resources", "META-INF", "examples");
        return JSON.readTree(Files.readString(folder.resolve(name + ".json")));
    }

    @Test
    void nothingShowsAPrivateHalf() {
        String half = keys.privateHalf(signer.kid());

        assertThat(Tokens.asAdmin().get(KEYS).asString() + RawHttp.get(JWKS).text())
                .contains(signer.kid())
                .doesNotContain(half.substring(30))
                .doesNotContain("rivate")
                .doesNotContain("\"d\"");
    }

    @Test
    void whoRotatesAndRevokesStandsInTheAuditTrail() {
        String next = rotate();
        Tokens.asAdmin().post(KEYS + "/" + next + "/revoke");

        Response trail = Tokens.asAdmin().get("/editorial/v1/audit?limit=2");
        assertThat(trail.<List<String>>path("data.action"))
                .containsExactly("signing-key-revoked", "signing-key-created");
        assertThat(trail.<List<String>>path("data.details.kid")).containsExactly(next, next);
    }

    @ParameterizedTest
    @CsvSource({"APPROVER, 403", "EDITOR, 403", "PARTNER, 403"})
    void onlyAnAdminSeesOrChangesThem(Role role, int status) {
        assertThat(Tokens.as(role).get(KEYS).statusCode()).isEqualTo(status);
        assertThat(Tokens.as(role).post(KEYS).statusCode()).isEqualTo(status);
        assertThat(Tokens.as(role).post(KEYS + "/" + signer.kid() + "/revoke").statusCode())
                .isEqualTo(status);
        assertThat(RawHttp.get(KEYS).status()).isEqualTo(401);
    }

    @Test
    void aKeyThatNeverWasIsNotFound() {
        assertThat(Tokens.asAdmin().get(KEYS + "/nobody").statusCode()).isEqualTo(404);
        assertThat(Tokens.asAdmin().post(KEYS + "/nobody/revoke").statusCode()).isEqualTo(404);
    }

    @Test
    void withoutAKeyNothingIsSignedAndThatIsSaid() {
        keys.forgetAll();

        assertThatThrownBy(() -> signer.detached(WORDS))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.type().status()).isEqualTo(503));
    }

    @Test
    void theKeySetIsCachedForAnHourAndNeverPastItsNextChange() {
        RawHttp.Answer first = RawHttp.get(JWKS, "Accept: application/json");
        assertThat(first.header("Content-Type")).isEqualTo("application/jwk-set+json");
        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=3600");
        assertThat(first.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(RawHttp.get(JWKS, "If-None-Match: " + first.header("ETag")).status())
                .isEqualTo(304);
        rotate();
        assertThat(RawHttp.get(JWKS, "If-None-Match: " + first.header("ETag")).status())
                .isEqualTo(200);
        after(Duration.ofDays(1).minusMinutes(10));
        assertThat(RawHttp.get(JWKS).header("Cache-Control")).matches("public, max-age=(60\\d|59\\d)");
    }

    @Test
    void theKeySetTakesWhatEveryPublicAddressTakes() {
        assertThat(RawHttp.head(JWKS).status()).isEqualTo(200);
        assertThat(RawHttp.head(JWKS).body()).isEmpty();
        assertThat(RawHttp.get(JWKS + "?x=1").status()).isEqualTo(400);
        assertThat(RawHttp.get(JWKS, "Accept: text/html").status()).isEqualTo(406);
        RawHttp.Answer posted = RawHttp.send("POST", JWKS, "Content-Length: 0");
        assertThat(posted.status()).isEqualTo(405);
        assertThat(posted.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }
}
