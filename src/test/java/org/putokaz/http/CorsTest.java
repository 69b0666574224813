package org.putokaz.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;

/** Any origin may read, none with credentials. */
@HttpTest
class CorsTest {

    private static final String ORIGIN = "Origin: https://elsewhere.example";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1",
                "/api/v1/contact-channels/" + Center.PHONE,
                "/api/v1/contact-channels/nope",
                "/api/v1/contact-channels?x=1",
                "/api/v1/contact-channels/%zz",
                "/openapi.json",
                "/openapi.yaml"
            })
    void anyOriginReadsWithTheSameHeadersAsNone(String target) {
        RawHttp.Response other = RawHttp.get(target, ORIGIN);
        assertThat(other.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(other.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(other.header("Access-Control-Expose-Headers")).contains("ETag", "Link", "Content-Language");
        assertThat(String.valueOf(other.header("Vary"))).doesNotContain("Origin");

        RawHttp.Response none = RawHttp.get(target);
        assertThat(none.status()).isEqualTo(other.status());
        assertThat(none.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(none.header("Vary")).isEqualTo(other.header("Vary"));
    }

    @Test
    void aPlainGetFromAnotherOriginIsAnswered() {
        assertThat(RawHttp.get("/api/v1/history-events", ORIGIN).status()).isEqualTo(200);
        assertThat(RawHttp.get("/api/v1/history-events", "Origin: null").status())
                .isEqualTo(200);
    }

    @Test
    void notModifiedIsForAnyOriginToo() {
        assertThat(RawHttp.get("/api/v1", ORIGIN, "If-None-Match: *").header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
    }

    @Test
    void aPreflightHoldsForADay() {
        RawHttp.Response response = RawHttp.send(
                "OPTIONS",
                "/api/v1/history-events",
                ORIGIN,
                "Access-Control-Request-Method: GET",
                "Access-Control-Request-Headers: if-none-match");
        assertThat(response.status()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(response.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(response.header("Access-Control-Allow-Headers")).contains("If-None-Match");
        assertThat(response.header("Access-Control-Max-Age")).isEqualTo("86400");
        assertThat(response.header("Access-Control-Allow-Credentials")).isNull();
    }
}
