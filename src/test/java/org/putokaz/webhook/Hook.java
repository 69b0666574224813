package org.putokaz.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** An endpoint that a test has registered, as its partner handles it over HTTP. */
final class Hook {

    static final String BASE = "/partner/v1/webhooks";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final String id;
    final String secret;
    private final String token;

    private Hook(String id, String secret, String token) {
        this.id = id;
        this.secret = secret;
        this.token = token;
    }

    static String partner() {
        return Tokens.of(Role.PARTNER);
    }

    static Response register(String token, String body) {
        return Tokens.with(token)
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post(BASE);
    }

    /** @param more further members of the body, such as {@code 'importance': 'major'} */
    static Hook registered(String url, String... more) {
        String members = more.length == 0 ? "" : ", " + String.join(", ", more);
        Response answer = register(partner(), "{'url': '" + url + "'" + members + "}");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return new Hook(answer.path("id"), answer.path("secret"), partner());
    }

    static Hook verified(Receiver receiver, String... more) {
        Hook hook = registered(receiver.url(), more);
        Response answer = hook.post("/verify");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return hook;
    }

    UUID uuid() {
        return UUID.fromString(id);
    }

    JsonPath get() {
        return Tokens.with(token).get(BASE + "/" + id).jsonPath();
    }

    Response post(String act) {
        return Tokens.with(token).header("Accept-Language", "en").post(BASE + "/" + id + act);
    }

    Response post(String act, String body) {
        return Tokens.with(token)
                .contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post(BASE + "/" + id + act);
    }

    Response delete() {
        return Tokens.with(token).delete(BASE + "/" + id);
    }

    /** The newest first. */
    List<Map<String, Object>> deliveries() {
        return Tokens.with(token)
                .queryParam("limit", 100)
                .get(BASE + "/" + id + "/deliveries")
                .jsonPath()
                .getList("data");
    }

    /** Those of changes, as their states, the newest first. */
    List<String> states() {
        return deliveries().stream()
                .filter(delivery -> delivery.get("kind").equals("change"))
                .map(delivery -> (String) delivery.get("state"))
                .toList();
    }

    /** Waits until the last attempt has been noted as failed. */
    void failedTimes(int failures) {
        until(failures + " failures", () -> get().getInt("failures") == failures);
    }

    /** Waits until there is nothing more to send. */
    void caughtUp() {
        until("the end of the feed", () -> get().getLong("behind") == 0);
    }

    static void until(String what, BooleanSupplier there) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!there.getAsBoolean()) {
            assertThat(Instant.now()).as("waiting for " + what).isBefore(end);
            Thread.onSpinWait();
        }
    }
}
