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
public final class Hook {

    public static final String BASE = "/partner/v1/webhooks";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public final String id;
    public final String secret;
    private final String token;

    private Hook(String id, String secret, String token) {
        this.id = id;
        this.secret = secret;
        this.token = token;
    }

    public static String partner() {
        return Tokens.of(Role.PARTNER);
    }

    public static Response register(String token, String body) {
        return Tokens.with(token)
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post(BASE);
    }

    /** @param more further members of the body, such as {@code 'importance': 'major'} */
    public static Hook registered(String url, String... more) {
        String members = more.length == 0 ? "" : ", " + String.join(", ", more);
        Response answer = register(partner(), "{'url': '" + url + "'" + members + "}");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return new Hook(answer.path("id"), answer.path("secret"), partner());
    }

    public static Hook verified(Receiver receiver, String... more) {
        Hook hook = registered(receiver.url(), more);
        Response answer = hook.post("/verify");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return hook;
    }

    public UUID uuid() {
        return UUID.fromString(id);
    }

    public JsonPath get() {
        return Tokens.with(token).get(BASE + "/" + id).jsonPath();
    }

    public Response post(String act) {
        return Tokens.with(token).header("Accept-Language", "en").post(BASE + "/" + id + act);
    }

    public Response post(String act, String body) {
        return Tokens.with(token)
                .contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post(BASE + "/" + id + act);
    }

    public Response delete() {
        return Tokens.with(token).delete(BASE + "/" + id);
    }

    /** The newest first. */
    public List<Map<String, Object>> deliveries() {
        return Tokens.with(token)
                .queryParam("limit", 100)
                .get(BASE + "/" + id + "/deliveries")
                .jsonPath()
                .getList("data");
    }

    /** Those of changes, as their states, the newest first. */
    public List<String> states() {
        return deliveries().stream()
                .filter(delivery -> delivery.get("kind").equals("change"))
                .map(delivery -> (String) delivery.get("state"))
                .toList();
    }

    /** Waits until the last attempt has been noted as failed. */
    public void failedTimes(int failures) {
        until(failures + " failures", () -> get().getInt("failures") == failures);
    }

    /** Waits until there is nothing more to send. */
    public void caughtUp() {
        until("the end of the feed", () -> get().getLong("behind") == 0);
    }

    public static void until(String what, BooleanSupplier there) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!there.getAsBoolean()) {
            assertThat(Instant.now()).as("waiting for " + what).isBefore(end);
            Thread.onSpinWait();
        }
    }
}
