package org.putokaz.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.security.KeyPairGenerator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Issuer;
import org.putokaz.fixture.OidcEnabled;
import org.putokaz.fixture.Tokens;
import org.putokaz.http.LogCapture;

/** OIDC login: the actor of a valid token, and refusal of forged, foreign and expired ones. */
@HttpTest
@TestProfile(OidcEnabled.class)
class OidcLoginTest {

    private static final String ME = "/editorial/v1/me";

    private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
        map.put(name, value);
        return map;
    }

    private static Map<String, Object> claims() {
        return Issuer.claims("ana", "editor");
    }

    private static String validToken(String... roles) {
        return Issuer.signed(Issuer.header(), Issuer.claims("ana", roles));
    }

    @Test
    void aPersonIsKnownByIssuerAndSubjectAndHasTheHighestOfTheirRoles() {
        Response me = Tokens.with(validToken("offline_access", "editor", "approver", "superuser"))
                .get(ME);

        assertThat(me.statusCode()).as(me.asString()).isEqualTo(200);
        assertThat(me.<String>path("id")).isEqualTo("oidc:" + Issuer.url() + "#ana");
        assertThat(me.<String>path("name")).isEqualTo("Ана Анић");
        assertThat(me.<String>path("role")).isEqualTo("approver");
        assertThat(me.<String>path("expiresAt")).isNotNull();
        assertThat(Tokens.with(validToken("approver"))
                        .get("/editorial/v1/audit")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Tokens.with(validToken("approver"))
                        .get("/editorial/v1/tokens")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Tokens.with(validToken("admin")).get("/editorial/v1/tokens").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anIdentityWithoutARoleMayReadPublicResourcesOnly() {
        for (String token : List.of(validToken(), validToken("superuser", "ADMIN"))) {
            assertThat(Tokens.with(token).get(ME).statusCode()).isEqualTo(403);
            assertThat(Tokens.with(token).get("/editorial/v1/audit").statusCode())
                    .isEqualTo(403);
            assertThat(Tokens.with(token).get("/api/v1").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void tokensOfThisServiceStillWork() {
        assertThat(Tokens.asAdmin().get(ME).<String>path("role")).isEqualTo("admin");
        assertThat(Tokens.with("pk_nope").get(ME).statusCode()).isEqualTo(401);
        assertThat(Tokens.with("nope").get(ME).statusCode()).isEqualTo(401);
    }

    @Test
    void noForgedOrForeignOrStaleTokenGetsIn() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        long now = (long) claims().get("iat");
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("alg none", Issuer.unsigned(Map.of("alg", "none", "typ", "JWT"), claims()) + ".");
        tokens.put("alg None", Issuer.unsigned(Map.of("alg", "None", "typ", "JWT", "kid", "one"), claims()) + ".");
        tokens.put("no signature", Issuer.unsigned(Issuer.header(), claims()) + ".");
        tokens.put("HS256 with the public key", Issuer.signedWithThePublicKey(true, claims()));
        tokens.put("HS256 with the public key's bytes", Issuer.signedWithThePublicKey(false, claims()));
        tokens.put(
                "another key", Issuer.signedWith(generator.generateKeyPair().getPrivate(), Issuer.header(), claims()));
        tokens.put("changed claims", withAdminClaims(validToken("editor")));
        tokens.put("another audience", Issuer.signed(Issuer.header(), with(claims(), "aud", "another-service")));
        tokens.put("no audience", Issuer.signed(Issuer.header(), without(claims(), "aud")));
        tokens.put("another issuer", Issuer.signed(Issuer.header(), with(claims(), "iss", "http://localhost:1")));
        tokens.put("no issuer", Issuer.signed(Issuer.header(), without(claims(), "iss")));
        tokens.put("no subject", Issuer.signed(Issuer.header(), without(claims(), "sub")));
        tokens.put("expired", Issuer.signed(Issuer.header(), with(claims(), "exp", now - 61)));
        tokens.put("never expires", Issuer.signed(Issuer.header(), without(claims(), "exp")));
        tokens.put("not yet valid", Issuer.signed(Issuer.header(), with(claims(), "nbf", now + 120)));
        tokens.put("an unknown key", Issuer.signed(with(Issuer.header(), "kid", "two"), claims()));
        tokens.put(
                "a key from elsewhere",
                Issuer.signed(with(with(Issuer.header(), "kid", "two"), "jku", Issuer.url() + "/trap"), claims()));
        tokens.put(
                "a certificate from elsewhere",
                Issuer.signed(with(Issuer.header(), "x5u", Issuer.url() + "/trap"), claims()) + "x");

        try (LogCapture logs = new LogCapture()) {
            tokens.forEach((what, token) -> {
                assertThat(Tokens.with(token).get(ME).statusCode()).as(what).isEqualTo(401);
                assertThat(Tokens.with(token).get("/api/v1").statusCode())
                        .as(what)
                        .isEqualTo(401);
                assertThat(logs.text()).as(what).doesNotContain(token, token.substring(token.indexOf('.') + 1));
            });
        }
        assertThat(Issuer.trapped()).isFalse();
        assertThat(Tokens.with(validToken("editor")).get(ME).statusCode()).isEqualTo(200);
    }

    private static Map<String, Object> without(Map<String, Object> map, String name) {
        map.remove(name);
        return map;
    }

    /** The claims of an admin with the signature of an editor's token. */
    private static String withAdminClaims(String token) {
        String signature = token.substring(token.lastIndexOf('.'));
        return Issuer.unsigned(Issuer.header(), Issuer.claims("ana", "admin")) + signature;
    }

    @Test
    void aRefusalIsTheSameForPeopleAsForTokens() {
        Response refused = Tokens.with(Issuer.signed(Issuer.header(), with(claims(), "aud", "x")))
                .get(ME);

        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"putokaz\", error=\"invalid_token\"");
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(refused.<String>path("code")).isEqualTo("unauthenticated");
    }
}
