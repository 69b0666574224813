package org.putokaz.webhook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;
import org.putokaz.webhook.RegisteredWebhook;
import org.putokaz.webhook.WebhookReceiver;
import org.putokaz.webhook.WebhookReceiver.Reply;

/** Webhooks over HTTP: verification, changes, and who may see them. */
@HttpTest
@TestProfile(Apart.class)
class WebhooksResourceTest {

    private final WebhookReceiver receiver = new WebhookReceiver();
    private final List<RegisteredWebhook> webhooks = new ArrayList<>();

    @AfterEach
    void clear() {
        webhooks.forEach(RegisteredWebhook::delete);
        receiver.close();
    }

    private RegisteredWebhook registered() {
        RegisteredWebhook webhook = RegisteredWebhook.registered(receiver.url());
        webhooks.add(webhook);
        return webhook;
    }

    private static String violation(Response response) {
        return response.path("violations[0].pointer") + " " + response.path("violations[0].code");
    }

    @Test
    void theSecretIsShownOnceAndNothingIsSentBeforeItIsVerified() {
        RegisteredWebhook webhook = registered();

        assertThat(webhook.secret).startsWith("whsec_");
        assertThat(webhook.get().prettify()).doesNotContain(webhook.secret.substring(6));
        assertThat(Tokens.with(RegisteredWebhook.partnerToken())
                        .get(RegisteredWebhook.BASE)
                        .asString())
                .doesNotContain(webhook.secret.substring(6));
        assertThat(webhook.get().getString("status")).isEqualTo("unverified");
        assertThat(webhook.post("/test").statusCode()).isEqualTo(409);
        assertThat(webhook.post("/pause").statusCode()).isEqualTo(409);
        assertThat(webhook.post("/resume").statusCode()).isEqualTo(409);
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void onlyAReceiverThatAnswersTheChallengeIsVerified() {
        RegisteredWebhook webhook = registered();
        receiver.respondAlways(Reply.ok());
        assertThat(violation(webhook.post("/verify"))).isEqualTo("/url webhook-challenge-not-answered");
        receiver.respondAlways(Reply.of("200 OK", "{\"challenge\": \"guessed\"}"));
        assertThat(violation(webhook.post("/verify"))).isEqualTo("/url webhook-challenge-not-answered");
        receiver.respondAlways(Reply.of("500 Oh", ""));
        assertThat(violation(webhook.post("/verify"))).isEqualTo("/url webhook-not-accepted");
        receiver.respondAlways(Reply.hang());
        assertThat(violation(webhook.post("/verify"))).isEqualTo("/url webhook-timed-out");
        assertThat(webhook.get().getString("status")).isEqualTo("unverified");

        receiver.respondWith(Reply::echo);
        Response verified = webhook.post("/verify");
        assertThat(verified.statusCode()).isEqualTo(200);
        assertThat(verified.<String>path("status")).isEqualTo("active");
        Set<String> challenges = new HashSet<>();
        receiver.received()
                .forEach(request ->
                        challenges.add(request.json().at("/data/challenge").asText()));
        assertThat(challenges)
                .hasSize(5)
                .allSatisfy(challenge -> assertThat(challenge).hasSize(48));
    }

    @Test
    void deliveriesAreListedByTheirState() {
        RegisteredWebhook webhook = registered();
        receiver.respondAlways(Reply.of("500 Oh", ""));
        webhook.post("/verify");
        receiver.respondWith(Reply::echo);
        webhook.post("/verify");

        assertThat(webhook.deliveries()).hasSize(2);
        assertThat(webhook.deliveries("delivered")).hasSize(1);
        assertThat(webhook.deliveries("failed")).hasSize(1);
        assertThat(webhook.deliveries("set-aside")).isEmpty();
        Response unknown = Tokens.with(RegisteredWebhook.partnerToken())
                .get(RegisteredWebhook.BASE + "/" + webhook.id + "/deliveries?state=lost");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.<String>path("violations[0].code")).isEqualTo("not-one-of");
    }

    @Test
    void aWebhookOfAnotherPartnerIsNotFound() {
        RegisteredWebhook webhook = registered();
        String other = Tokens.of(Role.APPROVER, "Somebody else");
        String path = RegisteredWebhook.BASE + "/" + webhook.id;

        assertThat(Tokens.with(other).get(path).statusCode()).isEqualTo(404);
        assertThat(Tokens.with(other).get(path + "/deliveries").statusCode()).isEqualTo(404);
        assertThat(Tokens.with(other).delete(path).statusCode()).isEqualTo(404);
        for (String operation : List.of("/verify", "/pause", "/resume", "/rotate-secret", "/test")) {
            assertThat(Tokens.with(other).post(path + operation).statusCode())
                    .as(operation)
                    .isEqualTo(404);
        }
        assertThat(Tokens.with(other)
                        .contentType(ContentType.JSON)
                        .body("{\"since\": \"x\"}")
                        .post(path + "/replay")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Tokens.with(other)
                        .post(path + "/deliveries/" + UUID.randomUUID() + "/replay")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Tokens.with(other).get(RegisteredWebhook.BASE).<List<?>>path("data"))
                .isEmpty();
        assertThat(webhook.get().getString("status")).isEqualTo("unverified");
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void anAdminSeesAllAndMayPauseThem() {
        RegisteredWebhook webhook = registered();
        webhook.post("/verify");

        assertThat(Tokens.asAdmin()
                        .get(RegisteredWebhook.BASE + "/" + webhook.id)
                        .<String>path("owner"))
                .isEqualTo("Proba partner");
        assertThat(Tokens.asAdmin()
                        .queryParam("limit", 100)
                        .get(RegisteredWebhook.BASE)
                        .<List<String>>path("data.id"))
                .contains(webhook.id);
        assertThat(Tokens.asAdmin()
                        .post(RegisteredWebhook.BASE + "/" + webhook.id + "/pause")
                        .<String>path("status"))
                .isEqualTo("paused");
    }

    @Test
    void aPartnerMayHaveTwenty() {
        String token = Tokens.of(Role.PARTNER, "Many");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(RegisteredWebhook.register(token, "{'url': '" + receiver.url() + i + "'}")
                    .path("id"));
        }
        Response more = RegisteredWebhook.register(token, "{'url': '" + receiver.url() + "'}");

        assertThat(more.statusCode()).isEqualTo(409);
        assertThat(more.<String>path("detail")).contains("20");
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Response page = cursor == null
                    ? Tokens.with(token).queryParam("limit", 7).get(RegisteredWebhook.BASE)
                    : Tokens.with(token)
                            .queryParam("limit", 7)
                            .queryParam("cursor", cursor)
                            .get(RegisteredWebhook.BASE);
            seen.addAll(page.<List<String>>path("data.id"));
            cursor = page.path("page.next");
        } while (cursor != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ids).doesNotHaveDuplicates();
        ids.forEach(id -> Tokens.with(token).delete(RegisteredWebhook.BASE + "/" + id));
        assertThat(Tokens.with(token).get(RegisteredWebhook.BASE).<List<?>>path("data"))
                .isEmpty();
    }

    @Test
    void changesAreInTheAuditTrailWithTheHostAlone() {
        RegisteredWebhook webhook = RegisteredWebhook.registered(receiver.url() + "/with-a-secret-path");
        webhook.post("/verify");
        webhook.post("/test");
        webhook.post("/rotate-secret");
        webhook.post("/pause");
        webhook.post("/resume");
        webhook.delete();

        Response trail = Tokens.asAdmin().queryParam("limit", 100).get("/editorial/v1/audit");
        assertThat(trail.<List<String>>path("data.findAll { it.details.webhook == '" + webhook.id + "' }.action"))
                .containsExactly(
                        "webhook-deleted",
                        "webhook-resumed",
                        "webhook-paused",
                        "webhook-secret-rotated",
                        "webhook-tested",
                        "webhook-verified",
                        "webhook-registered");
        assertThat(trail.asString())
                .contains("127.0.0.1")
                .doesNotContain("secret-path")
                .doesNotContain("whsec_");
    }
}
