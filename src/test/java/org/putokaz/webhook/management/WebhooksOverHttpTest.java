package org.putokaz.webhook.management;

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
import org.putokaz.webhook.Hook;
import org.putokaz.webhook.Receiver;
import org.putokaz.webhook.Receiver.Reply;
import org.putokaz.webhook.transport.SettableDnsResolver;

/** Partners look after their own webhooks, and can register nothing that is not out on the internet. */
@HttpTest
@TestProfile(Apart.class)
class WebhooksOverHttpTest {

    private final Receiver receiver = new Receiver();
    private final List<Hook> hooks = new ArrayList<>();

    @AfterEach
    void clear() {
        hooks.forEach(Hook::delete);
        receiver.close();
    }

    private Hook registered() {
        Hook hook = Hook.registered(receiver.url());
        hooks.add(hook);
        return hook;
    }

    private static Response register(String body) {
        return Hook.register(Hook.partner(), body);
    }

    private static String violation(Response answer) {
        return answer.path("violations[0].pointer") + " " + answer.path("violations[0].code");
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
    void anAddressInsideOfANetworkCannotBeRegistered(String url) {
        SettableDnsResolver.mean("metadata.inside.example", "93.184.216.34 169.254.169.254");

        Response answer = register("{'url': '" + url + "'}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(violation(answer)).isEqualTo("/url webhook-address-not-public");
    }

    @Test
    void aNameThatNobodyKnowsCannotBeRegistered() {
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
    void aBadBodyIsRefusedByThePlaceThatIsWrong(String body, int status, String violation) {
        Response answer = register(body);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(violation(answer)).isEqualTo(violation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{'url': 'a', 'url': 'b'}", "{} {}", "'x'"})
    void whatIsNoSuchJsonIsRefused(String body) {
        assertThat(register(body).statusCode()).isEqualTo(400);
    }

    @Test
    void aBodyThatIsTooLargeOrOfAnotherTypeIsRefused() {
        assertThat(register("{'url': '" + "a".repeat(70_000) + "'}").statusCode())
                .isEqualTo(413);
        assertThat(Tokens.with(Hook.partner())
                        .contentType(ContentType.TEXT)
                        .body("https://example.org")
                        .post(Hook.BASE)
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void theSecretIsShownOnceAndNothingIsSentBeforeItIsVerified() {
        Hook hook = registered();

        assertThat(hook.secret).startsWith("whsec_");
        assertThat(hook.get().prettify()).doesNotContain(hook.secret.substring(6));
        assertThat(Tokens.with(Hook.partner()).get(Hook.BASE).asString()).doesNotContain(hook.secret.substring(6));
        assertThat(hook.get().getString("status")).isEqualTo("unverified");
        assertThat(hook.post("/test").statusCode()).isEqualTo(409);
        assertThat(hook.post("/pause").statusCode()).isEqualTo(409);
        assertThat(hook.post("/resume").statusCode()).isEqualTo(409);
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void onlyWhoAnswersTheChallengeIsVerified() {
        Hook hook = registered();
        receiver.always(Reply.ok());
        assertThat(violation(hook.post("/verify"))).isEqualTo("/url webhook-challenge-not-answered");
        receiver.always(Reply.of("200 OK", "{\"challenge\": \"guessed\"}"));
        assertThat(violation(hook.post("/verify"))).isEqualTo("/url webhook-challenge-not-answered");
        receiver.always(Reply.of("500 Oh", ""));
        assertThat(violation(hook.post("/verify"))).isEqualTo("/url webhook-not-accepted");
        receiver.always(Reply.hang());
        assertThat(violation(hook.post("/verify"))).isEqualTo("/url webhook-timed-out");
        assertThat(hook.get().getString("status")).isEqualTo("unverified");

        receiver.answers(Reply::echo);
        Response verified = hook.post("/verify");
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
    void somebodyElsesWebhookIsNotThere() {
        Hook hook = registered();
        String other = Tokens.of(Role.APPROVER, "Somebody else");
        String path = Hook.BASE + "/" + hook.id;

        assertThat(Tokens.with(other).get(path).statusCode()).isEqualTo(404);
        assertThat(Tokens.with(other).get(path + "/deliveries").statusCode()).isEqualTo(404);
        assertThat(Tokens.with(other).delete(path).statusCode()).isEqualTo(404);
        for (String act : List.of("/verify", "/pause", "/resume", "/rotate-secret", "/test")) {
            assertThat(Tokens.with(other).post(path + act).statusCode()).as(act).isEqualTo(404);
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
        assertThat(Tokens.with(other).get(Hook.BASE).<List<?>>path("data")).isEmpty();
        assertThat(hook.get().getString("status")).isEqualTo("unverified");
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void anAdminSeesAllAndMayPauseThem() {
        Hook hook = registered();
        hook.post("/verify");

        assertThat(Tokens.asAdmin().get(Hook.BASE + "/" + hook.id).<String>path("owner"))
                .isEqualTo("Proba partner");
        assertThat(Tokens.asAdmin().queryParam("limit", 100).get(Hook.BASE).<List<String>>path("data.id"))
                .contains(hook.id);
        assertThat(Tokens.asAdmin().post(Hook.BASE + "/" + hook.id + "/pause").<String>path("status"))
                .isEqualTo("paused");
    }

    @Test
    void aPartnerMayHaveTwenty() {
        String token = Tokens.of(Role.PARTNER, "Many");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < EndpointService.MOST_A_PARTNER; i++) {
            ids.add(Hook.register(token, "{'url': '" + receiver.url() + i + "'}")
                    .path("id"));
        }
        Response more = Hook.register(token, "{'url': '" + receiver.url() + "'}");

        assertThat(more.statusCode()).isEqualTo(409);
        assertThat(more.<String>path("detail")).contains("20");
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Response page = cursor == null
                    ? Tokens.with(token).queryParam("limit", 7).get(Hook.BASE)
                    : Tokens.with(token)
                            .queryParam("limit", 7)
                            .queryParam("cursor", cursor)
                            .get(Hook.BASE);
            seen.addAll(page.<List<String>>path("data.id"));
            cursor = page.path("page.next");
        } while (cursor != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ids).doesNotHaveDuplicates();
        ids.forEach(id -> Tokens.with(token).delete(Hook.BASE + "/" + id));
        assertThat(Tokens.with(token).get(Hook.BASE).<List<?>>path("data")).isEmpty();
    }

    @Test
    void whatWasDoneStandsInTheAuditTrailWithTheHostAlone() {
        Hook hook = Hook.registered(receiver.url() + "/with-a-secret-path");
        hook.post("/verify");
        hook.post("/test");
        hook.post("/rotate-secret");
        hook.post("/pause");
        hook.post("/resume");
        hook.delete();

        Response trail = Tokens.asAdmin().queryParam("limit", 100).get("/editorial/v1/audit");
        assertThat(trail.<List<String>>path("data.findAll { it.details.webhook == '" + hook.id + "' }.action"))
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
