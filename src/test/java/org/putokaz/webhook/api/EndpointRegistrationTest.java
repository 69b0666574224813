package org.putokaz.webhook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.webhook.RegisteredWebhook;
import org.putokaz.webhook.transport.SettableDnsResolver;

/** Registrations that are refused: internal addresses, and invalid bodies. */
@HttpTest
@TestProfile(Apart.class)
class EndpointRegistrationTest {

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
}
