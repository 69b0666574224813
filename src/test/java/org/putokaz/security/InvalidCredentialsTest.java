package org.putokaz.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.http.LogCapture;
import org.putokaz.http.RawHttp;
import org.putokaz.security.token.TokenFormat;

/** Invalid credentials are refused on every path, public ones too, and are neither logged nor repeated. */
@HttpTest
class InvalidCredentialsTest {

    private static final String ME = "/editorial/v1/me";
    private static final String VALID_HEADER = "Authorization: Bearer " + Tokens.BOOTSTRAP;
    private static final String UNKNOWN = TokenFormat.generate();
    /** As configured for the profile {@code test}. */
    private static final int MAX_FAILURES = 300;

    static Stream<List<String>> invalidHeaders() {
        return Stream.of(
                List.of("Authorization: Bearer kanarinac"),
                List.of("Authorization: Bearer kanarinac.kanarinac.kanarinac"),
                List.of("Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJrYW5hcmluYWMifQ."),
                List.of("Authorization: Bearer " + UNKNOWN),
                List.of("Authorization: Bearer " + Tokens.BOOTSTRAP.substring(0, 51) + "d"),
                List.of("Authorization: Bearer " + Tokens.BOOTSTRAP + " " + Tokens.BOOTSTRAP),
                List.of("Authorization: Bearer"),
                List.of("Authorization: Bearer "),
                List.of("Authorization:"),
                List.of("Authorization: " + Tokens.BOOTSTRAP),
                List.of("Authorization: Token " + Tokens.BOOTSTRAP),
                List.of("Authorization: Basic a2FuYXJpbmFjOmthbmFyaW5hYw=="),
                List.of("Authorization: Digest username=\"kanarinac\""),
                List.of(VALID_HEADER, VALID_HEADER),
                List.of(VALID_HEADER, "Authorization: Basic a2FuYXJpbmFjOmthbmFyaW5hYw=="),
                List.of(VALID_HEADER + ", Basic a2FuYXJpbmFjOmthbmFyaW5hYw=="),
                List.of("Authorization: Bearer " + "a".repeat(8000)));
    }

    @ParameterizedTest
    @MethodSource("invalidHeaders")
    void anInvalidCredentialIsRefusedOnEveryPathAndNotLogged(List<String> headers) {
        try (LogCapture logs = new LogCapture()) {
            for (String path :
                    List.of(ME, "/api/v1", "/api/v1/help-guides/nope", "/openapi.json", "/docs/", "/partner/v1/x")) {
                RawHttp.Response answer = RawHttp.get(path, headers.toArray(String[]::new));

                assertThat(answer.status()).as(path).isEqualTo(401);
                assertThat(answer.header("WWW-Authenticate"))
                        .isEqualTo("Bearer realm=\"putokaz\", error=\"invalid_token\"");
                assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
                assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
                assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(answer.text())
                        .contains("\"code\":\"unauthenticated\"")
                        .doesNotContain("kanarinac", "pk_", "eyJ", "a2Fu");
            }
            assertThat(logs.text()).doesNotContain("kanarinac", "pk_", "eyJ", "a2Fu", "127.0.0.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "token", "api_key"})
    void aTokenInAUrlIsRefusedAndNotRepeated(String name) {
        try (LogCapture logs = new LogCapture()) {
            for (String path : List.of(ME, "/api/v1")) {
                RawHttp.Response answer = RawHttp.get(path + "?" + name + "=" + Tokens.BOOTSTRAP);
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.text()).doesNotContain("pk_");
                assertThat(RawHttp.get(path + "?" + name + "=" + Tokens.BOOTSTRAP, VALID_HEADER)
                                .status())
                        .isEqualTo(401);
            }
            assertThat(logs.text()).doesNotContain("pk_");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, A valid token is needed here.",
        "sr-Latn, Ovde je potreban važeći token.",
        "sr-Cyrl, Овде је потребан важећи токен."
    })
    void theRefusalIsInTheReadersLanguage(String language, String detail) {
        RawHttp.Response answer = RawHttp.get(ME, "Accept-Language: " + language);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Language")).isEqualTo(language);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"putokaz\"");
        assertThat(answer.text()).contains(detail);
    }

    @Test
    void aValidTokenIsAcceptedHoweverItsSchemeIsSpelt() {
        assertThat(RawHttp.get(ME, "authorization: bearer " + Tokens.BOOTSTRAP).status())
                .isEqualTo(200);
        assertThat(RawHttp.get(ME, "AUTHORIZATION: BEARER   " + Tokens.BOOTSTRAP + " ")
                        .status())
                .isEqualTo(200);
        assertThat(RawHttp.get("/api/v1", VALID_HEADER).status()).isEqualTo(200);
    }

    @Test
    void cookiesAreNoCredential() {
        assertThat(RawHttp.get(ME, "Cookie: q_session=" + Tokens.BOOTSTRAP + "; access_token=" + Tokens.BOOTSTRAP)
                        .status())
                .isEqualTo(401);
        RawHttp.Response answer =
                RawHttp.get("/api/v1", "Cookie: q_session_evil=1; q_auth_evil=1; quarkus-credential=1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void tooManyFailuresFromAnAddressAreRefused() {
        String address = "127.0.0.77";
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < MAX_FAILURES; i++) {
            statuses.add(RawHttp.getFrom(address, ME, "Authorization: Bearer nope" + i)
                    .status());
        }
        assertThat(statuses).containsOnly(401);

        for (String path : List.of(ME, "/editorial/v1/Me", "/editorial/v1/%6de", "/api/v1", "/api/v1?x=1")) {
            RawHttp.Response tooMany = RawHttp.getFrom(
                    address,
                    path,
                    "Authorization: Bearer nope",
                    "X-Forwarded-For: 10.1.2.3",
                    "Forwarded: for=10.1.2.3");
            assertThat(tooMany.status()).as(path).isEqualTo(429);
            assertThat(Integer.parseInt(tooMany.header("Retry-After"))).isBetween(1, 61);
            assertThat(tooMany.text()).contains("too-many-requests");
        }
        // A valid token and anonymous reads still work, and other addresses are not affected.
        assertThat(RawHttp.getFrom(address, ME, VALID_HEADER).status()).isEqualTo(200);
        assertThat(RawHttp.getFrom(address, "/api/v1").status()).isEqualTo(200);
        assertThat(RawHttp.getFrom(address, ME).status()).isEqualTo(401);
        assertThat(RawHttp.getFrom("127.0.0.78", ME, "Authorization: Bearer nope")
                        .status())
                .isEqualTo(401);
    }
}
