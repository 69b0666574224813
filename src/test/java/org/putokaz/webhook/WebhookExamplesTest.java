package org.putokaz.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.SettableClock;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;
import org.putokaz.webhook.transport.SettableDnsResolver;

/**
 * The examples of webhooks in the contract are responses of the service, and requests that it accepts.
 * {@code -Dputokaz.refresh=true} writes them anew.
 */
@DatabaseTest
@TestProfile(Apart.class)
class WebhookExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Path FOLDER =
            Path.of(System.getProperty("putokaz.basedir", "."), "src", "main", "resources", "META-INF", "examples");
    private static final String WEBHOOK_ID = "01a20f2b-9859-7de3-8715-e9cb2be9e603";
    private static final String DELIVERY_ID = "01a20f2b-89e3-7be5-b844-797d48c402f7";
    private static final String ENTRY_ID = "01a20f2b-94ea-7b5f-9e41-e28bd86b15a0";
    private static final String SECRET = "whsec_VGhpcyBpcyBub3QgYSBzZWNyZXQgb2YgYW55Ym9keS4=";
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    @Inject
    ScratchEntries scratch;

    private final WebhookReceiver receiver = new WebhookReceiver();

    @BeforeEach
    void clock() {
        SettableClock.set(NOW);
    }

    @AfterEach
    void clear() {
        SettableClock.run();
        receiver.close();
        scratch.withdrawAll();
    }

    private static Response requireSuccess(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isBetween(200, 201);
        return response;
    }

    private void assertExample(String schema, Response response) throws IOException {
        JsonNode tree = JSON.readTree(
                requireSuccess(response).asString().replace(receiver.url(), "https://partner.example.org/putokaz"));
        replaceVariableValues(tree);
        String text = JSON.writeValueAsString(tree) + "\n";
        Path file = FOLDER.resolve(schema + ".json");
        if (Boolean.getBoolean("putokaz.refresh")) {
            Files.writeString(file, text);
        }
        assertThat(text).as(file.getFileName().toString()).isEqualTo(Files.readString(file));
    }

    /** Replaces the values that differ from run to run. */
    private static void replaceVariableValues(JsonNode node) {
        if (node instanceof ObjectNode object) {
            replaceIfPresent(object, "id", object.has("url") ? WEBHOOK_ID : DELIVERY_ID);
            replaceIfPresent(object, "entry", ENTRY_ID);
            replaceIfPresent(object, "secret", SECRET);
            replaceIfPresent(object, "next", null);
            for (String number : new String[] {"position", "previousPosition", "latencyMs"}) {
                if (object.path(number).isNumber()) {
                    object.put(number, number.equals("position") ? 15 : 14);
                }
            }
        }
        node.forEach(WebhookExamplesTest::replaceVariableValues);
    }

    private static void replaceIfPresent(ObjectNode object, String field, String value) {
        if (object.hasNonNull(field)) {
            object.put(field, value);
        }
    }

    private static String request(String schema) throws IOException {
        return Files.readString(FOLDER.resolve(schema + ".json"));
    }

    @Test
    void theExamplesAreThoseOfOneWebhook() throws IOException {
        String token = Tokens.of(Role.PARTNER, "Partner agency");
        SettableDnsResolver.setAddresses("partner.example.org", "93.184.216.34");
        String registeredId = requireSuccess(RegisteredWebhook.register(token, request("NewWebhook")))
                .path("id");
        requireSuccess(Tokens.with(token).delete(RegisteredWebhook.BASE + "/" + registeredId));
        String localRequest = request("NewWebhook").replace("https://partner.example.org/putokaz", receiver.url());
        Response registered = RegisteredWebhook.register(token, localRequest);
        assertExample("IssuedWebhook", registered);
        String path = RegisteredWebhook.BASE + "/" + registered.path("id");
        assertExample("Webhook", Tokens.with(token).post(path + "/verify"));
        assertExample("WebhookPage", Tokens.with(token).get(RegisteredWebhook.BASE));
        UUID unit = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("hook"), ScratchEntries.unit());
        scratch.publish(
                ScratchEntries.CHANNELS,
                ScratchEntries.slug("hook"),
                ScratchEntries.channel(unit, "phone", "063 610 590"));
        RegisteredWebhook.awaitUntil(
                "the change",
                () -> Tokens.with(token).get(path).jsonPath().getLong("behind") == 0
                        && !receiver.changes().isEmpty());
        Response deliveries = Tokens.with(token).queryParam("limit", 1).get(path + "/deliveries");
        assertExample("WebhookDeliveryPage", deliveries);
        assertExample(
                "WebhookDelivery",
                Tokens.with(token).post(path + "/deliveries/" + deliveries.path("data[0].id") + "/replay"));
        assertExample("RotatedWebhookSecret", Tokens.with(token).post(path + "/rotate-secret"));
        requireSuccess(Tokens.with(token).delete(path));
    }
}
