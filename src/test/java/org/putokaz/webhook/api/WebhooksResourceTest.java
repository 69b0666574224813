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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;
import org.putokaz.webhook.RegisteredWebhook;
import org.putokaz.webhook.WebhookReceiver;
import org.putokaz.webhook.WebhookReceiver.Reply;
import org.putokaz.webhook.transport.SettableDnsResolver;

/** Webhooks over HTTP: partners manage their own, and register addresses of the public internet only. */
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

    private static Response register(String body) {
        return RegisteredWebhook.register(RegisteredWebhook.partnerToken(), body);
    }

    private static String violation(Response response) {
        return response.path("violations[0].pointer") + " " + response.path("violations[0].code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://255.255.255.255/",
                "https://224.0.0.1/",
                "https://198.18.0.1/",
                "https://192.0.0.1/",
                "https://[::]/",
                "https://[fc00::1]/",
                "https://[fe80::1]/",
                "https://[::ffff:a00:1]/",
                "https://[64:ff9b::a9fe:a9fe]/",
                "https://[2002:a00:1::]/",
                "https://metadata.inside.example/",
                "http://93.184.216.34/"
            })
    void anInternalAddressCannotBeRegistered(String url) {
        SettableDnsResolver.setAddresses("metadata.inside.example", "93.184.216.34 169.254.169.254");

        Response response = register("{'url': '" + url + "'}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(violation(response)).isEqualTo("/url webhook-address-not-public");
    }

    @Test
    void aNameThatCannotBeResolvedCannotBeRegistered() {
        assertThat(violation(register("{'url': 'https://nobody.example/'}")))
                .isEqualTo("/url webhook-name-not-resolved");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {} | 422 | /url required
                    {'url': null} | 422 | /url required
                    {'url': 5} | 400 | /url wrong-type
                    {'url': ['https://example.org']} | 400 | /url wrong-type
                    {'url': ''} | 422 | /url webhook-url-malformed
                    {'url': 'https://127.1/'} | 422 | /url webhook-url-host
                    {'url': 'https://2130706433/'} | 422 | /url webhook-url-host
                    {'url': 'https://a@example.org/'} | 422 | /url webhook-url-userinfo-or-fragment
                    {'url': 'ftp://example.org/'} | 422 | /url webhook-url-not-https
                    {'url': 'https://example.org:25/'} | 422 | /url webhook-url-port
                    {'url': 'http://localhost/', 'families': ['people']} | 422 | /families/0 not-one-of
                    {'url': 'http://localhost/', 'families': [null]} | 422 | /families/0 not-one-of
                    {'url': 'http://localhost/', 'families': 'help-guides'} | 400 | /families wrong-type
                    {'url': 'http://localhost/', 'importance': 'minor'} | 400 | /importance wrong-type
                    {'url': 'http://localhost/', 'since': 'yesterday'} | 422 | /since token-not-ours
                    {'url': 'http://localhost/', 'secret': 'mine'} | 400 | /secret unknown-field
                    """)
    void anInvalidBodyIsRefusedWithThePointerOfTheViolation(String body, int status, String violation) {
        Response response = register(body);

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(violation(response)).isEqualTo(violation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{'url': 'a', 'url': 'b'}", "{} {}", "'x'"})
    void malformedJsonIsRefused(String body) {
        assertThat(register(body).statusCode()).isEqualTo(400);
    }

    @Test
    void aBodyThatIsTooLargeOrOfAnotherTypeIsRefused() {
        assertThat(register("{'url': '" + "a".repeat(70_000) + "'}").statusCode())
                .isEqualTo(413);
        assertThat(Tokens.with(RegisteredWebhook.partnerToken())
                        .contentType(ContentType.TEXT)
                        .body("https://example.org")
                        .post(RegisteredWebhook.BASE)
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void theSecretIsShownOnceAndNothingIsSentBeforeItIsVerified() {
        RegisteredWebhook webhook = registered();

        assertThat(webhook.secret).startsWith("whsec_");
        assertThat(webhook.get().prettify()).doesNotContain(webhook.secret.substring(6));
        assertThat(Tokens.with(RegisteredWebhook.partnerToken()).get(RegisteredWebhook.BASE).asString()).doesNotContain(webhook.secret.substring(6));
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
    void aWebhookOfAnotherPartnerIsNotFound() {
        RegisteredWebhook webhook = registered();
        String other = Tokens.of(Role.APPROVER, "Somebody else");
        String path = RegisteredWebhook.BASE + "/" + webhook.id;

        assertThat(Tokens.with(other).get(path).statusCode()).isEqualTo(404);
        assertThat(Tokens.with(other).get(path + "/deliveries").statusCode()).isEqualTo(404);
        assertThat(Tokens.with(other).delete(path).statusCode()).isEqualTo(404);
        for (String operation : List.of("/verify", "/pause", "/resume", "/rotate-secret", "/test")) {
            assertThat(Tokens.with(other).post(path + operation).statusCode()).as(operation).isEqualTo(404);
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
        assertThat(Tokens.with(other).get(RegisteredWebhook.BASE).<List<?>>path("data")).isEmpty();
        assertThat(webhook.get().getString("status")).isEqualTo("unverified");
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void anAdminSeesAllAndMayPauseThem() {
        RegisteredWebhook webhook = registered();
        webhook.post("/verify");

        assertThat(Tokens.asAdmin().get(RegisteredWebhook.BASE + "/" + webhook.id).<String>path("owner"))
                .isEqualTo("Proba partner");
        assertThat(Tokens.asAdmin().queryParam("limit", 100).get(RegisteredWebhook.BASE).<List<String>>path("data.id"))
                .contains(webhook.id);
        assertThat(Tokens.asAdmin().post(RegisteredWebhook.BASE + "/" + webhook.id + "/pause").<String>path("status"))
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
        assertThat(Tokens.with(token).get(RegisteredWebhook.BASE).<List<?>>path("data")).isEmpty();
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
