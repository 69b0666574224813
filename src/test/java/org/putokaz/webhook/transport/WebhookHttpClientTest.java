package org.putokaz.webhook.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.webhook.TestCertificate;
import org.putokaz.webhook.TestWebhookConfig;
import org.putokaz.webhook.WebhookConfig;
import org.putokaz.webhook.WebhookReceiver;
import org.putokaz.webhook.WebhookReceiver.Reply;

/** An attempt ends within its limits whatever the receiver does, and connects to allowed addresses only. */
class WebhookHttpClientTest {

    private static final Duration TIMEOUT = Duration.ofMillis(1500);
    private static final byte[] BODY =
            "{\"type\": \"test\", \"data\": {\"challenge\": \"x\"}}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private static TestCertificate certificate;

    private final Vertx vertx = Vertx.vertx();

    @BeforeAll
    static void certificate() {
        certificate = TestCertificate.of(folder, "right.example");
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private WebhookHttpClient client(boolean loopback, HttpClientOptions options) {
        WebhookConfig config = TestWebhookConfig.with(TIMEOUT, loopback);
        return new WebhookHttpClient(
                vertx, new DestinationResolver(new SettableDnsResolver(), config), config.timeout(), options);
    }

    private DeliveryResult post(String url) throws Exception {
        return post(client(true, new HttpClientOptions()), url);
    }

    private static DeliveryResult post(WebhookHttpClient client, String url) throws Exception {
        return client.post(WebhookUrl.parse(url, true), Map.of("webhook-id", "1"), BODY)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @Test
    void anAcceptedDeliveryHasTheFirstBytesOfTheResponse() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            receiver.respondAlways(Reply.of("202 Accepted", "thank\u0000\u001b[31m you"));

            DeliveryResult result = post(receiver.url() + "?a=%20b");

            assertThat(result.isAccepted()).isTrue();
            assertThat(result.status()).isEqualTo(202);
            assertThat(result.printableBody()).isEqualTo("thank\uFFFD\uFFFD[31m you");
            assertThat(receiver.received()).hasSize(1);
            assertThat(receiver.received().get(0).requestLine()).isEqualTo("POST /hook?a=%20b HTTP/1.1");
            assertThat(receiver.received().get(0).body()).isEqualTo(BODY);
            assertThat(receiver.received().get(0).headers().get("host")).isEqualTo("127.0.0.1:" + receiver.port());
        }
    }

    @ParameterizedTest
    @CsvSource({"199 What", "300 Choose", "304 Same", "400 Bad", "404 No", "410 Gone", "429 Slow", "500 Oh", "599 Oh"})
    void onlyTwoHundredsAreAcceptance(String status) throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            receiver.respondAlways(Reply.of(status, "x", "Retry-After: 7"));

            DeliveryResult result = post(receiver.url());

            assertThat(result.failure()).isIn(DeliveryFailure.NOT_ACCEPTED, DeliveryFailure.TIMED_OUT);
            assertThat(result.isAccepted()).isFalse();
            assertThat(result.retryAfter()).isIn("7", null);
        }
    }

    @ParameterizedTest
    @CsvSource({"301 Moved", "302 Found", "303 Other", "307 Elsewhere", "308 Forever"})
    void aRedirectIsAFailureAndIsNotFollowed(String status) throws Exception {
        try (WebhookReceiver internal = new WebhookReceiver();
                WebhookReceiver receiver = new WebhookReceiver()) {
            receiver.respondAlways(Reply.of(status, "", "Location: " + internal.url()));

            DeliveryResult result = post(receiver.url());

            assertThat(result.failure()).isEqualTo(DeliveryFailure.NOT_ACCEPTED);
            assertThat(internal.received()).isEmpty();
            assertThat(receiver.received()).hasSize(1);
        }
    }

    @Test
    void aReceiverThatHangsBreaksOffOrIsUnreachableIsTheReasonOfTheFailure() throws Exception {
        WebhookReceiver receiver = new WebhookReceiver();
        receiver.respondAlways(Reply.hang());
        assertThat(post(receiver.url()).failure()).isEqualTo(DeliveryFailure.TIMED_OUT);
        receiver.respondAlways(socket -> {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc".getBytes());
            socket.getInputStream().read();
        });
        assertThat(post(receiver.url()).failure()).isEqualTo(DeliveryFailure.TIMED_OUT);
        receiver.respondAlways(socket ->
                socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc".getBytes()));
        assertThat(post(receiver.url()).failure()).isEqualTo(DeliveryFailure.BROKEN_OFF);
        receiver.respondAlways(Reply.reset());
        assertThat(post(receiver.url()).failure()).isEqualTo(DeliveryFailure.BROKEN_OFF);
        receiver.respondAlways(socket -> socket.getOutputStream().write("not HTTP at all\r\n\r\n".getBytes()));
        assertThat(post(receiver.url()).isAccepted()).isFalse();
        receiver.close();
        assertThat(post(receiver.url()).failure()).isEqualTo(DeliveryFailure.NOT_CONNECTED);
    }

    @Test
    void anEndlessResponseIsCut() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            receiver.respondAlways(Reply.endless());

            DeliveryResult result = post(receiver.url());

            assertThat(result.bodyPrefix()).hasSize(HttpExchange.MAX_RESPONSE_BYTES);
            assertThat(result.printableBody()).hasSize(500);
            assertThat(result.status()).isEqualTo(200);
        }
    }

    @Test
    void aNameThatResolvesToAnInternalAddressLaterIsNotFollowed() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver(certificate.serverSocketFactory())) {
            SettableDnsResolver.setAddresses("turning.example", "93.184.216.34", "127.0.0.1");
            DestinationResolver destinations =
                    new DestinationResolver(new SettableDnsResolver(), TestWebhookConfig.with(TIMEOUT, false));
            WebhookUrl url = WebhookUrl.parse("https://turning.example:" + receiver.port() + "/", false);

            assertThat(destinations
                            .resolve(url)
                            .toCompletableFuture()
                            .get()
                            .address()
                            .getHostAddress())
                    .isEqualTo("93.184.216.34");
            DeliveryResult result = post(client(false, new HttpClientOptions()), url.text());

            assertThat(result.failure()).isEqualTo(DeliveryFailure.ADDRESS_NOT_PUBLIC);
            assertThat(receiver.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1",
        "10.0.0.1",
        "169.254.169.254",
        "::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "fd00::1",
        "fe80::1",
        "93.184.216.34 127.0.0.1",
        "2606:2800:220:1::1 ::1"
    })
    void aNameWithAnyInternalAddressIsRefused(String addresses) throws Exception {
        SettableDnsResolver.setAddresses("inside.example", addresses);

        DeliveryResult result = post(client(false, new HttpClientOptions()), "https://inside.example/");

        assertThat(result.failure()).isEqualTo(DeliveryFailure.ADDRESS_NOT_PUBLIC);
    }

    @Test
    void plainHttpIsSentToTheLoopbackInterfaceOnly() throws Exception {
        SettableDnsResolver.setAddresses("plain.example", "93.184.216.34");

        assertThat(post("http://plain.example/").failure()).isEqualTo(DeliveryFailure.ADDRESS_NOT_PUBLIC);
        assertThat(post("http://unknown.example/").failure()).isEqualTo(DeliveryFailure.NAME_NOT_RESOLVED);
    }

    @Test
    void theCertificateMustBeTrustedAndBelongToTheHost() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver(certificate.serverSocketFactory())) {
            SettableDnsResolver.setAddresses("right.example", "127.0.0.1");
            SettableDnsResolver.setAddresses("wrong.example", "127.0.0.1");
            WebhookHttpClient trusting = client(
                    true,
                    new HttpClientOptions()
                            .setTrustOptions(new PfxOptions()
                                    .setPath(certificate.store().toString())
                                    .setPassword(TestCertificate.PASSWORD)));
            String port = ":" + receiver.port() + "/";

            assertThat(post("https://right.example" + port).failure())
                    .isEqualTo(DeliveryFailure.CERTIFICATE_NOT_TRUSTED);
            assertThat(post(trusting, "https://wrong.example" + port).failure())
                    .isEqualTo(DeliveryFailure.CERTIFICATE_NOT_TRUSTED);
            assertThat(receiver.received()).isEmpty();
            assertThat(post(trusting, "https://right.example" + port).isAccepted())
                    .isTrue();
            assertThat(receiver.received()).hasSize(1);
            assertThat(receiver.received().get(0).headers().get("host"))
                    .isEqualTo("right.example" + port.replace("/", ""));
        }
    }
}
