package org.putokaz.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.http.RawHttp;
import org.putokaz.live.WithdrawalReason;

/** Security headers on every kind of response. */
@DatabaseTest
class SecurityHeadersTest {

    private static final String GUIDE = """
            {'title':{'sr-Cyrl':'Проба'},'audience':'victim','sortOrder':99,
             'steps':[{'id':'%s','slug':'korak','title':{'sr-Cyrl':'Корак'},'body':{'sr-Cyrl':'Корак.'}}]}""";

    @Inject
    Publishing publishing;

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1, 200",
        "HEAD, /api/v1, 200",
        "OPTIONS, /api/v1, 204",
        "GET, /api/v1/contact-channels/" + Center.PHONE + ", 200",
        "GET, /api/v1/history-events?x=1, 400",
        "GET, /api/v1/%zz, 400",
        "GET, /api/v1/history-events/nope, 404",
        "GET, /nope, 404",
        "GET, foo, 404",
        "POST, /api/v1, 405",
        "TRACE, /openapi.json, 405",
        "GET, /docs, 302",
        "GET, /docs/, 200",
        "GET, /openapi.json, 200",
        "GET, /openapi.yaml, 200"
    })
    void areOnEveryAnswer(String method, String target, int status) {
        RawHttp.Response response = RawHttp.send(method, target);
        assertThat(response.status()).isEqualTo(status);
        checkSecurityHeaders(response);
    }

    @Test
    void areOnNotModifiedNotAcceptableAndTooLong() {
        RawHttp.Response notModified = RawHttp.get("/api/v1", "If-None-Match: *");
        assertThat(notModified.status()).isEqualTo(304);
        checkSecurityHeaders(notModified);
        RawHttp.Response notAcceptable = RawHttp.get("/api/v1", "Accept: text/csv");
        assertThat(notAcceptable.status()).isEqualTo(406);
        checkSecurityHeaders(notAcceptable);
        RawHttp.Response tooLong = RawHttp.get("/api/v1?x=" + "a".repeat(5000));
        assertThat(tooLong.status()).isEqualTo(414);
        checkSecurityHeaders(tooLong);
    }

    @Test
    void areOnRedirectsAndOnWhatIsGone() {
        UUID id = Publishing.newId();
        String content = GUIDE.formatted(Publishing.newId());
        publishing.publish("help-guides", id, "zaglavlja-stari", content);
        publishing.publish("help-guides", id, "zaglavlja-novi", content);
        RawHttp.Response moved = RawHttp.get("/api/v1/help-guides/zaglavlja-stari");
        publishing.withdraw(id, WithdrawalReason.ERROR, null);
        RawHttp.Response gone = RawHttp.get("/api/v1/help-guides/zaglavlja-novi");

        assertThat(List.of(moved.status(), gone.status())).containsExactly(308, 410);
        checkSecurityHeaders(moved);
        checkSecurityHeaders(gone);
    }

    private static void checkSecurityHeaders(RawHttp.Response response) {
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.header("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
        assertThat(response.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; ")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'")
                .doesNotContain("*", "http:");
        assertThat(response.headers())
                .doesNotContainKeys(
                        "Set-Cookie", "Server", "X-Powered-By", "Via", "validation-exception", "Server-Timing");
    }

    @Test
    void dataMayLoadNothingAndAProblemPageOnlyItsOwnStyle() {
        assertThat(RawHttp.get("/api/v1").header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
        assertThat(RawHttp.get("/api/v1/problems/gone", "Accept: text/html").header("Content-Security-Policy"))
                .contains("style-src 'unsafe-inline'")
                .doesNotContain("script-src");
    }
}
