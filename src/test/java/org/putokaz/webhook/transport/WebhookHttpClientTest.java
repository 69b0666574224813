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
import org.putokaz.webhook.Certificate;
import org.putokaz.webhook.Receiver;
import org.putokaz.webhook.Receiver.Reply;
import org.putokaz.webhook.Settings;
import org.putokaz.webhook.WebhookConfig;

/** Whatever a receiver does, and wherever its name leads, an attempt comes to an end, and goes nowhere else. */
class WebhookHttpClientTest {

    private static final Duration LIMIT = Duration.ofMillis(1500);
    private static final byte[] BODY =
            "{\"type\": \"test\", \"data\": {\"challenge\": \"x\"}}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private static Certificate certificate;

    private final Vertx vertx = Vertx.vertx();

    @BeforeAll
    static void certificate() {
        certificate = Certificate.of(folder, "right.example");
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private WebhookHttpClient sender(boolean loopback, HttpClientOptions options) {
        WebhookConfig config = Settings.with(LIMIT, loopback);
        return new WebhookHttpClient(
                vertx, new DestinationResolver(new SettableDnsResolver(), config), config.timeout(), options);
    }

    private DeliveryResult post(String url) throws Exception {
        return post(sender(true, new HttpClientOptions()), url);
    }

    private static DeliveryResult post(WebhookHttpClient sender, String url) throws Exception {
        return sender.post(WebhookUrl.read(url, true), Map.of("webhook-id", "1"), BODY)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @Test
    void whatIsAcceptedIsSoWithItsFirstBytes() throws Exception {
        try (Receiver receiver = new Receiver()) {
            receiver.always(Reply.of("202 Accepted", "thank\u0000\u001b[31m you"));

            DeliveryResult answer = post(receiver.url() + "?a=%20b");

            assertThat(answer.accepted()).isTrue();
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.shown()).isEqualTo("thank\uFFFD\uFFFD[31m you");
            assertThat(receiver.received()).hasSize(1);
            assertThat(receiver.received().get(0).line()).isEqualTo("POST /hook?a=%20b HTTP/1.1");
            assertThat(receiver.received().get(0).body()).isEqualTo(BODY);
            assertThat(receiver.received().get(0).headers().get("host")).isEqualTo("127.0.0.1:" + receiver.port());
        }
    }

    @ParameterizedTest
    @CsvSource({"199 What", "300 Choose", "304 Same", "400 Bad", "404 No", "410 Gone", "429 Slow", "500 Oh", "599 Oh"})
    void onlyTwoHundredsAreAcceptance(String status) throws Exception {
        try (Receiver receiver = new Receiver()) {
            receiver.always(Reply.of(status, "x", "Retry-After: 7"));

            DeliveryResult answer = post(receiver.url());

            assertThat(answer.fault()).isIn(DeliveryFailure.NOT_ACCEPTED, DeliveryFailure.TIMED_OUT);
            assertThat(answer.accepted()).isFalse();
            assertThat(answer.retryAfter()).isIn("7", null);
        }
    }

    @ParameterizedTest
    @CsvSource({"301 Moved", "302 Found", "303 Other", "307 Elsewhere", "308 Forever"})
    void aRedirectIsAFailureAndIsNotFollowed(String status) throws Exception {
        try (Receiver inside = new Receiver();
                Receiver receiver = new Receiver()) {
            receiver.always(Reply.of(status, "", "Location: " + inside.url()));

            DeliveryResult answer = post(receiver.url());

            assertThat(answer.fault()).isEqualTo(DeliveryFailure.NOT_ACCEPTED);
            assertThat(inside.received()).isEmpty();
            assertThat(receiver.received()).hasSize(1);
        }
    }

    @Test
    void aReceiverThatHangsBreaksOffOrIsNotThereIsKnownAsSuch() throws Exception {
        Receiver receiver = new Receiver();
        receiver.always(Reply.hang());
        assertThat(post(receiver.url()).fault()).isEqualTo(DeliveryFailure.TIMED_OUT);
        receiver.always(socket -> {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc".getBytes());
            socket.getInputStream().read();
        });
        assertThat(post(receiver.url()).fault()).isEqualTo(DeliveryFailure.TIMED_OUT);
        receiver.always(socket ->
                socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc".getBytes()));
        assertThat(post(receiver.url()).fault()).isEqualTo(DeliveryFailure.BROKEN_OFF);
        receiver.always(Reply.reset());
        assertThat(post(receiver.url()).fault()).isEqualTo(DeliveryFailure.BROKEN_OFF);
        receiver.always(socket -> socket.getOutputStream().write("not HTTP at all\r\n\r\n".getBytes()));
        assertThat(post(receiver.url()).accepted()).isFalse();
        receiver.close();
        assertThat(post(receiver.url()).fault()).isEqualTo(DeliveryFailure.NOT_CONNECTED);
    }

    @Test
    void anEndlessAnswerIsCut() throws Exception {
        try (Receiver receiver = new Receiver()) {
            receiver.always(Reply.endless());

            DeliveryResult answer = post(receiver.url());

            assertThat(answer.start()).hasSize(HttpExchange.MOST_BYTES);
            assertThat(answer.shown()).hasSize(500);
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @Test
    void aNameThatTurnsInwardsBetweenTwoAttemptsIsNotFollowed() throws Exception {
        try (Receiver receiver = new Receiver(certificate.sockets())) {
            SettableDnsResolver.mean("turning.example", "93.184.216.34", "127.0.0.1");
            DestinationResolver destinations =
                    new DestinationResolver(new SettableDnsResolver(), Settings.with(LIMIT, false));
            WebhookUrl url = WebhookUrl.read("https://turning.example:" + receiver.port() + "/", false);

            assertThat(destinations
                            .find(url)
                            .toCompletableFuture()
                            .get()
                            .address()
                            .getHostAddress())
                    .isEqualTo("93.184.216.34");
            DeliveryResult answer = post(sender(false, new HttpClientOptions()), url.text());

            assertThat(answer.fault()).isEqualTo(DeliveryFailure.ADDRESS_NOT_PUBLIC);
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
    void aNameThatLeadsInsideWithAnyOfItsAddressesIsRefused(String addresses) throws Exception {
        SettableDnsResolver.mean("inside.example", addresses);

        DeliveryResult answer = post(sender(false, new HttpClientOptions()), "https://inside.example/");

        assertThat(answer.fault()).isEqualTo(DeliveryFailure.ADDRESS_NOT_PUBLIC);
    }

    @Test
    void plainHttpGoesToThisMachineAlone() throws Exception {
        SettableDnsResolver.mean("plain.example", "93.184.216.34");

        assertThat(post("http://plain.example/").fault()).isEqualTo(DeliveryFailure.ADDRESS_NOT_PUBLIC);
        assertThat(post("http://unknown.example/").fault()).isEqualTo(DeliveryFailure.NAME_NOT_RESOLVED);
    }

    @Test
    void theCertificateMustBeTrustedAndOfThatHost() throws Exception {
        try (Receiver receiver = new Receiver(certificate.sockets())) {
            SettableDnsResolver.mean("right.example", "127.0.0.1");
            SettableDnsResolver.mean("wrong.example", "127.0.0.1");
            WebhookHttpClient trusting = sender(
                    true,
                    new HttpClientOptions()
                            .setTrustOptions(new PfxOptions()
                                    .setPath(certificate.store().toString())
                                    .setPassword(Certificate.PASSWORD)));
            String port = ":" + receiver.port() + "/";

            assertThat(post("https://right.example" + port).fault()).isEqualTo(DeliveryFailure.CERTIFICATE_NOT_TRUSTED);
            assertThat(post(trusting, "https://wrong.example" + port).fault())
                    .isEqualTo(DeliveryFailure.CERTIFICATE_NOT_TRUSTED);
            assertThat(receiver.received()).isEmpty();
            assertThat(post(trusting, "https://right.example" + port).accepted())
                    .isTrue();
            assertThat(receiver.received()).hasSize(1);
            assertThat(receiver.received().get(0).headers().get("host"))
                    .isEqualTo("right.example" + port.replace("/", ""));
        }
    }
}
