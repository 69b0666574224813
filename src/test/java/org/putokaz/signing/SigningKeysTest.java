package org.putokaz.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.SettableClock;
import org.putokaz.fixture.Tokens;
import org.putokaz.http.RawHttp;
import org.putokaz.problem.ProblemException;
import org.putokaz.security.Role;
import org.putokaz.signing.api.SigningKeyView;
import org.putokaz.signing.api.SigningKeysApi;

/** Rotation and revocation of signing keys over HTTP; signatures can be verified at every time. */
@DatabaseTest
@TestProfile(Apart.class)
class SigningKeysTest {

    private static final String KEYS = SigningKeysApi.PATH;
    private static final String JWKS = "/.well-known/jwks.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXAMPLE_TIME = "2026-11-24T00:00:00Z";
    private static final byte[] PAYLOAD = "Број 063 610 590".getBytes(StandardCharsets.UTF_8);

    @Inject
    SigningKeyFixture keys;

    @Inject
    JwsSigner signer;

    private final Instant start = Instant.now();

    @BeforeEach
    void setUp() {
        keys.backUp();
    }

    @AfterEach
    void tearDown() {
        keys.restore();
        SettableClock.run();
    }

    private void setClock(Duration sinceStart) {
        SettableClock.set(start.plus(sinceStart));
    }

    private static String rotate() {
        Response created = Tokens.asAdmin().post(KEYS);
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(KEYS + "/" + created.path("kid"));
        return created.path("kid");
    }

    private static List<String> publishedKids() {
        return SigningKeyFixture.publishedKeySet().getKeys().stream()
                .map(JWK::getKeyID)
                .toList();
    }

    private static String state(String kid) {
        return Tokens.asAdmin().get(KEYS + "/" + kid).path("state");
    }

    @Test
    void anIndependentLibraryAcceptsSignaturesOfTheSameBytesOnly() throws Exception {
        String enclosed = signer.sign("proba", PAYLOAD);
        String detached = signer.signDetached(PAYLOAD);
        byte[] other = "Број 063 610 591".getBytes(StandardCharsets.UTF_8);

        assertThat(SigningKeyFixture.isValid(enclosed)).isTrue();
        assertThat(JWSObject.parse(enclosed).getPayload().toBytes()).isEqualTo(PAYLOAD);
        assertThat(JWSObject.parse(enclosed).getHeader().getAlgorithm().getName())
                .isEqualTo("Ed25519");
        assertThat(SigningKeyFixture.isValid(detached, PAYLOAD)).isTrue();
        assertThat(SigningKeyFixture.isValid(detached, other)).isFalse();
        assertThat(signer.signDetached(PAYLOAD)).isEqualTo(detached);
    }

    @Test
    void aNewKeyIsPublishedBeforeItSignsAndSignaturesOfTheOldOneStayValid() throws Exception {
        String old = signer.kid();
        String before = signer.signDetached(PAYLOAD);
        String next = rotate();

        assertThat(publishedKids()).containsExactly(next, old);
        assertThat(List.of(state(next), state(old))).containsExactly("announced", "signing");
        setClock(Duration.ofHours(23));
        assertThat(signer.kid()).isEqualTo(old);
        setClock(Duration.ofDays(1).plusMinutes(1));
        assertThat(signer.kid()).isEqualTo(next);
        assertThat(SigningKeyFixture.isValid(signer.signDetached(PAYLOAD), PAYLOAD))
                .isTrue();
        assertThat(SigningKeyFixture.isValid(before, PAYLOAD)).isTrue();
        assertThat(state(old)).isEqualTo("retired");
        setClock(Duration.ofDays(365));
        assertThat(publishedKids()).containsExactly(next, old);
        setClock(Duration.ofDays(366).plusMinutes(1));
        assertThat(publishedKids()).containsExactly(next);
    }

    @Test
    void aSecondRotationIsRefusedDuringTheFirst() {
        rotate();
        Response second = Tokens.asAdmin().header("Accept-Language", "en").post(KEYS);

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.<String>path("detail")).startsWith("A new key is announced already");
        assertThat(publishedKids()).hasSize(2);
    }

    @Test
    void aRevokedKeyLeavesTheKeySetAtOnceAndAnotherSigns() throws Exception {
        String compromised = signer.kid();
        String forged = signer.signDetached(PAYLOAD);

        assertThat(Tokens.asAdmin().post(KEYS + "/" + compromised + "/revoke").<String>path("state"))
                .isEqualTo("revoked");
        assertThat(SigningKeyFixture.isValid(forged, PAYLOAD)).isFalse();
        assertThat(signer.kid()).isNotEqualTo(compromised);
        assertThat(SigningKeyFixture.isValid(signer.signDetached(PAYLOAD), PAYLOAD))
                .isTrue();
        assertThat(keys.storedPrivateKey(compromised)).isNull();
        String next = signer.kid();
        assertThat(Tokens.asAdmin().post(KEYS + "/" + compromised + "/revoke").statusCode())
                .isEqualTo(200);
        assertThat(signer.kid()).isEqualTo(next);
    }

    @Test
    void theAnnouncedKeyReplacesARevokedOne() {
        String next = rotate();
        Tokens.asAdmin().post(KEYS + "/" + signer.kid() + "/revoke");

        assertThat(signer.kid()).isEqualTo(next);
        assertThat(publishedKids()).containsExactly(next);
    }

    @Test
    void aRevokedAnnouncedKeyNeverSigns() {
        String old = signer.kid();
        String next = rotate();
        Tokens.asAdmin().post(KEYS + "/" + next + "/revoke");
        setClock(Duration.ofDays(2));

        assertThat(signer.kid()).isEqualTo(old);
        assertThat(publishedKids()).containsExactly(old);
        assertThat(rotate()).isNotEqualTo(next);
    }

    @Test
    void thePrivateKeyOfARetiredKeyIsDestroyedByTheNextRotation() {
        String old = signer.kid();
        rotate();
        assertThat(keys.storedPrivateKey(old)).isNotNull();
        setClock(Duration.ofDays(2));
        rotate();

        assertThat(keys.storedPrivateKey(old)).isNull();
        assertThat(state(old)).isEqualTo("retired");
    }

    @Test
    void theExamplesInTheContractAreAnswersOfThisService() throws Exception {
        JsonNode list = JSON.readTree(Tokens.asAdmin().get(KEYS).asByteArray());
        ObjectNode key = (ObjectNode) list.get("data").get(0);
        key.put("kid", SigningKeyView.KID).put("createdAt", EXAMPLE_TIME).put("signsFrom", EXAMPLE_TIME);
        ObjectNode jwk =
                (ObjectNode) JSON.readTree(RawHttp.get(JWKS).body()).get("keys").get(0);
        JsonNode expected = example("JwkSet").get("keys").get(0);
        assertThat(Ed25519Keys.thumbprint(expected.get("x").asText())).isEqualTo(SigningKeyView.KID);

        assertThat(list).isEqualTo(example("SigningKeyList"));
        assertThat(key).isEqualTo(example("SigningKey"));
        assertThat(jwk.put("kid", SigningKeyView.KID)
                        .set("x", expected.get("x"))
                        .toString())
                .isEqualTo(expected.toString());
    }

    private static JsonNode example(String name) throws IOException {
        Path folder =
                Path.of(System.getProperty("putokaz.basedir", "."), "src", "main", "resources", "META-INF", "examples");
        return JSON.readTree(Files.readString(folder.resolve(name + ".json")));
    }

    @Test
    void noResponseContainsAPrivateKey() {
        String privateKey = keys.storedPrivateKey(signer.kid());

        assertThat(Tokens.asAdmin().get(KEYS).asString() + RawHttp.get(JWKS).text())
                .contains(signer.kid())
                .doesNotContain(privateKey.substring(30))
                .doesNotContain("rivate")
                .doesNotContain("\"d\"");
    }

    @Test
    void rotationsAndRevocationsAreInTheAuditTrail() {
        String next = rotate();
        Tokens.asAdmin().post(KEYS + "/" + next + "/revoke");

        Response trail = Tokens.asAdmin().get("/editorial/v1/audit?limit=2");
        assertThat(trail.<List<String>>path("data.action"))
                .containsExactly("signing-key-revoked", "signing-key-created");
        assertThat(trail.<List<String>>path("data.details.kid")).containsExactly(next, next);
    }

    @ParameterizedTest
    @CsvSource({"APPROVER, 403", "EDITOR, 403", "PARTNER, 403"})
    void onlyAdminsCanReadOrChangeKeys(Role role, int status) {
        assertThat(Tokens.as(role).get(KEYS).statusCode()).isEqualTo(status);
        assertThat(Tokens.as(role).post(KEYS).statusCode()).isEqualTo(status);
        assertThat(Tokens.as(role).post(KEYS + "/" + signer.kid() + "/revoke").statusCode())
                .isEqualTo(status);
        assertThat(RawHttp.get(KEYS).status()).isEqualTo(401);
    }

    @Test
    void anUnknownKeyIsNotFound() {
        assertThat(Tokens.asAdmin().get(KEYS + "/nobody").statusCode()).isEqualTo(404);
        assertThat(Tokens.asAdmin().post(KEYS + "/nobody/revoke").statusCode()).isEqualTo(404);
    }

    @Test
    void withoutAKeySigningFailsWith503() {
        keys.deleteAll();

        assertThatThrownBy(() -> signer.signDetached(PAYLOAD))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.type().status()).isEqualTo(503));
    }
}
