package org.putokaz.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.TestCertificate;
import org.putokaz.http.RawConnection;
import org.putokaz.http.RawHttp;

/** Cached responses where the service itself terminates TLS: the same as over plain HTTP. */
@HttpTest
@TestProfile(Apart.class)
class CachedResponsesOverTlsTest {

    private static final String LIST = "/api/v1/history-events?lang=en&limit=";
    private static final int PIPELINED_REQUESTS = 31;

    @Inject
    RequestCountFilter requestCount;

    @TestHTTPResource(value = "/", tls = true)
    URL service;

    private RawConnection connection() throws Exception {
        return RawConnection.on(TestCertificate.trustingContext()
                .getSocketFactory()
                .createSocket(service.getHost(), service.getPort()));
    }

    @Test
    void theServerDoesNotSeeRequestsServedFromTheCache() throws Exception {
        try (RawConnection connection = connection()) {
            for (int i = 0; i < 2; i++) {
                assertThat(connection.exchange("GET", LIST + 1).status()).isEqualTo(200);
            }
            long before = requestCount.requests();
            for (int i = 0; i < 100; i++) {
                assertThat(connection.exchange("GET", LIST + 1).status()).isEqualTo(200);
            }
            assertThat(requestCount.requests() - before).isZero();
        }
    }

    /** Pipelined requests, some served from the cache, some computed, some refused. */
    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        try (RawConnection connection = connection()) {
            for (int limit = 1; limit <= PIPELINED_REQUESTS; limit += 2) {
                connection.exchange("GET", LIST + limit);
                connection.exchange("GET", LIST + limit);
            }
            StringBuilder requests = new StringBuilder();
            for (int limit = 1; limit <= PIPELINED_REQUESTS; limit++) {
                requests.append(RawConnection.requestText("GET", limit % 4 == 0 ? LIST + "x" + limit : LIST + limit));
            }
            connection.send(requests.toString());
            for (int limit = 1; limit <= PIPELINED_REQUESTS; limit++) {
                RawHttp.Response response = connection.readResponse();
                assertThat(response.status()).as("limit %d", limit).isEqualTo(limit % 4 == 0 ? 400 : 200);
                if (response.status() == 200) {
                    assertThat(response.text()).as("limit %d", limit).contains("\"limit\":" + limit + ",");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void theSameBytesAsWithoutTls(HttpClient.Version version) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(version)
                .sslContext(TestCertificate.trustingContext())
                .build();
        String target = LIST + 7;
        HttpResponse<String> plain = send(client, URI.create("http://localhost:" + RestAssured.port + target));
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> secured = send(client, service.toURI().resolve(target));
            assertThat(secured.version()).isEqualTo(version);
            assertThat(secured.statusCode()).isEqualTo(200);
            assertThat(secured.body()).isEqualTo(plain.body());
            assertThat(secured.headers().firstValue("ETag"))
                    .isPresent()
                    .isEqualTo(plain.headers().firstValue("ETag"));
            assertThat(secured.headers().map().keySet())
                    .containsAll(plain.headers().map().keySet());
        }
    }

    private static HttpResponse<String> send(HttpClient client, URI uri) throws Exception {
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
