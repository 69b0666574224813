package org.putokaz.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.fixture.HttpTest;

/** Privacy of the log: no path, query or header of a request is in it, whatever the response was. */
@HttpTest
class LogPrivacyTest {

    private static final String CANARY = "kanarinac";
    private static final String[] HEADERS = {
        "User-Agent: kanarinac-agent",
        "Referer: https://kanarinac.example/",
        "Accept-Language: en, kanarin",
        "Cookie: kanarinac=1",
        "X-Forwarded-For: kanarinac",
        "If-None-Match: \"kanarinac\"",
        "Origin: https://kanarinac.example"
    };

    /** Route that always fails, outside the REST layer. */
    @ApplicationScoped
    static class FailingRoute {

        void install(@Observes Router router) {
            router.route("/api/failing/*").handler(context -> {
                throw new IllegalStateException("a failure of the test");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/contact-channels?lang=en, 200",
        "GET, /api/v1/contact-channels?kanarinac=1, 400",
        "GET, /api/v1/contact-channels?kind=kanarinac, 400",
        "GET, /api/v1/contact-channels?cursor=kanarinac, 400",
        "GET, /api/v1/kanarinac%zz, 400",
        "GET, /api/v1/help-guides/kanarinac, 404",
        "GET, /kanarinac?kanarinac=kanarinac, 404",
        "POST, /api/v1/help-guides/kanarinac, 405",
        "GET, kanarinac, 404",
        "GET, /api/failing/kanarinac?q=kanarinac, 500"
    })
    void noWordOfARequestIsLogged(String method, String target, int status) {
        try (LogCapture logs = new LogCapture()) {
            assertThat(RawHttp.send(method, target, HEADERS).status()).isEqualTo(status);
            assertThat(logs.text()).doesNotContain(CANARY);
        }
    }

    @Test
    void aRequestWithoutAHostIsNotLoggedEither() {
        try (LogCapture logs = new LogCapture()) {
            RawHttp.exchange("GET /api/v1/kanarinac HTTP/1.1\r\nConnection: close\r\n\r\n");
            assertThat(logs.text()).doesNotContain(CANARY);
        }
    }

    @Test
    void anInternalErrorIsLoggedAndItsProblemRevealsNothing() {
        try (LogCapture logs = new LogCapture()) {
            RawHttp.Response response = RawHttp.get("/api/failing/a", "Accept: text/html");
            assertThat(response.status()).isEqualTo(500);
            assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(response.text()).contains("internal-error").doesNotContain("failure of", "IllegalState");
            assertThat(logs.errors()).contains("IllegalStateException: a failure of the test");
        }
    }

    @Test
    void theCaptureSeesWhatIsLogged() {
        try (LogCapture logs = new LogCapture()) {
            Logger.getLogger("org.putokaz").info("a " + CANARY);
            assertThat(logs.text()).contains(CANARY);
        }
    }
}
