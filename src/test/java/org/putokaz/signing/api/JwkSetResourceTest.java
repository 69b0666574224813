package org.putokaz.signing.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.SettableClock;
import org.putokaz.fixture.Tokens;
import org.putokaz.http.RawHttp;
import org.putokaz.signing.SigningKeyFixture;

/** The public key set over HTTP. */
@HttpTest
@TestProfile(Apart.class)
class JwkSetResourceTest {

    private static final String JWKS = "/.well-known/jwks.json";

    @Inject
    SigningKeyFixture keys;

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

    @Test
    void theKeySetIsCachedForAnHourAndNeverPastItsNextChange() {
        RawHttp.Response first = RawHttp.get(JWKS, "Accept: application/json");
        assertThat(first.header("Content-Type")).isEqualTo("application/jwk-set+json");
        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=3600");
        assertThat(first.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(RawHttp.get(JWKS, "If-None-Match: " + first.header("ETag")).status())
                .isEqualTo(304);
        assertThat(Tokens.asAdmin().post(SigningKeysApi.PATH).statusCode()).isEqualTo(201);
        assertThat(RawHttp.get(JWKS, "If-None-Match: " + first.header("ETag")).status())
                .isEqualTo(200);
        SettableClock.set(start.plus(Duration.ofDays(1)).minus(Duration.ofMinutes(10)));
        assertThat(RawHttp.get(JWKS).header("Cache-Control")).matches("public, max-age=(60\\d|59\\d)");
    }

    @Test
    void theKeySetFollowsTheRulesOfPublicResources() {
        assertThat(RawHttp.head(JWKS).status()).isEqualTo(200);
        assertThat(RawHttp.head(JWKS).body()).isEmpty();
        assertThat(RawHttp.get(JWKS + "?x=1").status()).isEqualTo(400);
        assertThat(RawHttp.get(JWKS, "Accept: text/html").status()).isEqualTo(406);
        RawHttp.Response posted = RawHttp.send("POST", JWKS, "Content-Length: 0");
        assertThat(posted.status()).isEqualTo(405);
        assertThat(posted.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }
}
