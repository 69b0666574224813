package org.putokaz.webhook.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.problem.InvalidValueException;

/** URLs that can be registered, by their spelling and by their address. */
class WebhookUrlTest {

    /** Spellings that some parser takes for an internal address, and other URLs that are not allowed. */
    @ParameterizedTest
    @CsvSource({
        "https://127.1/, webhook-url-host",
        "https://127.0.1/, webhook-url-host",
        "https://2130706433/, webhook-url-host",
        "https://0x7f000001/, webhook-url-host",
        "https://0x7f.0.0.1/, webhook-url-host",
        "https://0177.0.0.1/, webhook-url-host",
        "https://127.0.0.01/, webhook-url-host",
        "https://127.0.0.256/, webhook-url-host",
        "https://1.2.3.4.5/, webhook-url-host",
        "https://example.0x10/, webhook-url-host",
        "https://localhost/, webhook-url-host",
        "https://localhost./, webhook-url-host",
        "https://LOCALHOST/, webhook-url-host",
        "https://intranet/, webhook-url-host",
        "https://a..example.org/, webhook-url-host",
        "https://-a.example.org/, webhook-url-host",
        "https://[fe80::1%25eth0]/, webhook-url-host",
        "https://[::1/, webhook-url-malformed",
        "https://[1.2.3.4]/, webhook-url-malformed",
        "https://partner@example.org/, webhook-url-userinfo-or-fragment",
        "https://a@127.0.0.1/, webhook-url-userinfo-or-fragment",
        "https://example.org/#x, webhook-url-userinfo-or-fragment",
        "https://x#@127.0.0.1/, webhook-url-userinfo-or-fragment",
        "http://example.org/, webhook-url-not-https",
        "http://127.0.0.1/, webhook-url-not-https",
        "ftp://example.org/, webhook-url-not-https",
        "file:///etc/passwd, webhook-url-malformed",
        "gopher://example.org:11211/x, webhook-url-not-https",
        "javascript:alert(1), webhook-url-malformed",
        "//example.org/, webhook-url-not-https",
        "example.org, webhook-url-malformed",
        "https:///hook, webhook-url-malformed",
        "https://example.org\\@127.0.0.1/, webhook-url-malformed",
        "https://пример.срб/, webhook-url-malformed",
        "https://example.org/a b, webhook-url-malformed",
        "https://example.org:22/, webhook-url-port",
        "https://example.org:80/, webhook-url-port",
        "https://example.org:6379/, webhook-url-port",
        "https://example.org:5432/, webhook-url-port",
        "https://example.org:0/, webhook-url-port",
        "https://example.org:70000/, webhook-url-port"
    })
    void aUrlThatIsNotAllowedIsRefusedWithItsReason(String url, String code) {
        assertThat(refusal(url)).isEqualTo(code);
    }

    private static String refusal(String url) {
        return catchThrowableOfType(InvalidValueException.class, () -> WebhookUrl.parse(url, false))
                .reason()
                .code();
    }

    @Test
    void aLongUrlOrOneWithControlCharactersIsRefused() {
        assertThat(refusal("https://example.org/" + "a".repeat(500))).isEqualTo("webhook-url-too-long");
        assertThat(refusal("https://example.org/\r\nHost: x")).isEqualTo("webhook-url-malformed");
        assertThat(refusal("https://example.org/\u0000")).isEqualTo("webhook-url-malformed");
        assertThat(refusal("")).isEqualTo("webhook-url-malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "https://Partner.Example.ORG, https://partner.example.org/",
        "HTTPS://partner.example.org.:443/a/b?c=d&e, https://partner.example.org/a/b?c=d&e",
        "https://partner.example.org:8443/hook, https://partner.example.org:8443/hook",
        "https://93.184.216.34/hook, https://93.184.216.34/hook",
        "https://xn--e1afmkfd.xn--90a3ac/, https://xn--e1afmkfd.xn--90a3ac/",
        "https://[2606:2800:220:1::1]:9443/, https://[2606:2800:220:1:0:0:0:1]:9443/",
        "https://a-b.example.org/%41, https://a-b.example.org/%41"
    })
    void aUrlHasOneSpelling(String url, String normalised) {
        WebhookUrl parsed = WebhookUrl.parse(url, false);

        assertThat(parsed.text()).isEqualTo(normalised);
        assertThat(WebhookUrl.parse(normalised, false)).isEqualTo(parsed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.0.0.2",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:7f00:1",
                "::ffff:10.0.0.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::7f00:1",
                "100::1",
                "2001::1",
                "2001:2::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:a00:1::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456:789a::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void aSpecialPurposeAddressIsNotPublic(String address) throws Exception {
        assertThat(PublicAddressPolicy.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450:4001::1",
                "2001:4860:4860::8888",
                "::ffff:1.1.1.1"
            })
    void anAddressOfThePublicInternetIsPublic(String address) throws Exception {
        assertThat(PublicAddressPolicy.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void plainHttpToTheLoopbackInterfaceIsAllowedBySetting() {
        assertThat(WebhookUrl.parse("http://localhost:8081/x", true).text()).isEqualTo("http://localhost:8081/x");
        assertThat(WebhookUrl.parse("http://127.0.0.1/x", true).text()).isEqualTo("http://127.0.0.1/x");
    }
}
