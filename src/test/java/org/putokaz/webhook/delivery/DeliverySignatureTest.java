package org.putokaz.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.putokaz.webhook.endpoint.SigningSecret;
import org.putokaz.webhook.transport.WebhookUrl;

/** The library of Standard Webhooks accepts the signatures of deliveries, and no others. */
class DeliverySignatureTest {

    private static final String BODY = "{\"type\":\"entry.published\",\"data\":{\"slug\":\"Помоћ\"}}";

    private final SigningSecret secret = SigningSecret.generate();

    private static ClaimedDelivery delivery(SigningSecret... secrets) {
        WebhookUrl url = WebhookUrl.parse("https://example.org/", false);
        return new ClaimedDelivery(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                new ClaimedDelivery.Destination(url, List.of(secrets)),
                BODY.getBytes(StandardCharsets.UTF_8),
                Instant.MAX);
    }

    private static HttpHeaders headers(Map<String, String> headers) {
        Map<String, List<String>> lists = new HashMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return HttpHeaders.of(lists, (name, value) -> true);
    }

    @Test
    void aSignatureIsAcceptedByThePublicLibrary() throws Exception {
        new Webhook(secret.text()).verify(BODY, headers(delivery(secret).headers(Instant.now())));
    }

    @Test
    void whileASecretIsRotatedBothAreAccepted() throws Exception {
        SigningSecret old = SigningSecret.generate();
        HttpHeaders signed = headers(delivery(secret, old).headers(Instant.now()));

        new Webhook(secret.text()).verify(BODY, signed);
        new Webhook(old.text()).verify(BODY, signed);
    }

    @Test
    void anotherSecretAnotherBodyOrAnotherTimeIsNotAccepted() {
        HttpHeaders signed = headers(delivery(secret).headers(Instant.now()));
        HttpHeaders old = headers(delivery(secret).headers(Instant.now().minusSeconds(600)));

        assertThatThrownBy(() -> new Webhook(SigningSecret.generate().text()).verify(BODY, signed))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new Webhook(secret.text()).verify(BODY + " ", signed))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new Webhook(secret.text()).verify(BODY, old))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void aSecretIsThirtyTwoRandomBytesAndIsNeverPrinted() {
        assertThat(secret.text()).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.text().substring(6))).hasSize(32);
        assertThat(SigningSecret.generate()).isNotEqualTo(secret);
        assertThat(secret.toString() + delivery(secret) + delivery(secret).destination())
                .doesNotContain(secret.text());
    }
}
