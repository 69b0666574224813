package org.putokaz.webhook.endpoint;

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
import org.putokaz.webhook.delivery.ClaimedDelivery;
import org.putokaz.webhook.transport.WebhookUrl;

/** The public library of Standard Webhooks accepts what we sign, and nothing else. */
class SigningSecretTest {

    private static final String BODY = "{\"type\":\"entry.published\",\"data\":{\"slug\":\"Помоћ\"}}";

    private final SigningSecret secret = SigningSecret.fresh();

    private static ClaimedDelivery letter(SigningSecret... secrets) {
        WebhookUrl url = WebhookUrl.read("https://example.org/", false);
        return new ClaimedDelivery(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                new ClaimedDelivery.Envelope(url, List.of(secrets)),
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
        new Webhook(secret.text()).verify(BODY, headers(letter(secret).headers(Instant.now())));
    }

    @Test
    void whileASecretIsRotatedBothAreAccepted() throws Exception {
        SigningSecret old = SigningSecret.fresh();
        HttpHeaders signed = headers(letter(secret, old).headers(Instant.now()));

        new Webhook(secret.text()).verify(BODY, signed);
        new Webhook(old.text()).verify(BODY, signed);
    }

    @Test
    void anotherSecretAnotherBodyOrAnotherTimeIsNotAccepted() {
        HttpHeaders signed = headers(letter(secret).headers(Instant.now()));
        HttpHeaders old = headers(letter(secret).headers(Instant.now().minusSeconds(600)));

        assertThatThrownBy(() -> new Webhook(SigningSecret.fresh().text()).verify(BODY, signed))
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
        assertThat(SigningSecret.fresh()).isNotEqualTo(secret);
        assertThat(secret.toString() + letter(secret) + letter(secret).envelope())
                .doesNotContain(secret.text());
    }
}
