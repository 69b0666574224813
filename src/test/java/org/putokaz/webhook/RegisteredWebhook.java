package org.putokaz.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** Client of a webhook that a test has registered, over HTTP and with the token of its partner. */
public final class RegisteredWebhook {

    public static final String BASE = "/partner/v1/webhooks";

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final long POLL_INTERVAL_NANOS = 2_000_000;

    public final String id;
    public final String secret;
    private final String token;

    private RegisteredWebhook(String id, String secret, String token) {
        this.id = id;
        this.secret = secret;
        this.token = token;
    }

    public static String partnerToken() {
        return Tokens.of(Role.PARTNER);
    }

    public static Response register(String token, String body) {
        return Tokens.with(token)
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post(BASE);
    }

    /** @param members further members of the body, such as {@code 'importance': 'major'} */
    public static RegisteredWebhook registered(String url, String... members) {
        String further = members.length == 0 ? "" : ", " + String.join(", ", members);
        Response response = register(partnerToken(), "{'url': '" + url + "'" + further + "}");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return new RegisteredWebhook(response.path("id"), response.path("secret"), partnerToken());
    }

    public static RegisteredWebhook verified(WebhookReceiver receiver, String... members) {
        RegisteredWebhook webhook = registered(receiver.url(), members);
        Response response = webhook.post("/verify");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return webhook;
    }

    public UUID uuid() {
        return UUID.fromString(id);
    }

    public JsonPath get() {
        return Tokens.with(token).get(BASE + "/" + id).jsonPath();
    }

    public Response post(String operation) {
        return Tokens.with(token).header("Accept-Language", "en").post(BASE + "/" + id + operation);
    }

    public Response post(String operation, String body) {
        return Tokens.with(token)
                .contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post(BASE + "/" + id + operation);
    }

    /** The deliveries in a state, the newest first. */
    public List<Map<String, Object>> deliveries(String state) {
        Response response = Tokens.with(token).queryParam("state", state).get(BASE + "/" + id + "/deliveries");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath().getList("data");
    }

    public Response delete() {
        return Tokens.with(token).delete(BASE + "/" + id);
    }

    /** All deliveries, the newest first. */
    public List<Map<String, Object>> deliveries() {
        List<Map<String, Object>> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            RequestSpecification request = Tokens.with(token).queryParam("limit", 100);
            cursor.ifPresent(value -> request.queryParam("cursor", value));
            JsonPath page = request.get(BASE + "/" + id + "/deliveries").jsonPath();
            all.addAll(page.getList("data"));
            cursor = Optional.ofNullable(page.getString("page.next"));
        } while (cursor.isPresent());
        return all;
    }

    /** The states of the deliveries of changes, the newest first. */
    public List<String> changeStates() {
        return deliveries().stream()
                .filter(delivery -> delivery.get("kind").equals("change"))
                .map(delivery -> (String) delivery.get("state"))
                .toList();
    }

    /** Waits until so many failed attempts in a row have been recorded. */
    public void awaitFailures(int failures) {
        awaitUntil(failures + " failures", () -> get().getInt("failures") == failures);
    }

    /** Waits until so many deliveries are set aside. */
    public void awaitSetAside(int deliveries) {
        awaitUntil(deliveries + " set aside", () -> get().getInt("setAside") == deliveries);
    }

    /** Waits until there is nothing more to send. */
    public void awaitCaughtUp() {
        awaitUntil("the end of the feed", () -> get().getLong("behind") == 0);
    }

    public static void awaitUntil(String expected, BooleanSupplier condition) {
        Instant end = Instant.now().plus(TIMEOUT);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waiting for " + expected).isBefore(end);
            LockSupport.parkNanos(POLL_INTERVAL_NANOS);
        }
    }
}
