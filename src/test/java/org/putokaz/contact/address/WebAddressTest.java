package org.putokaz.contact.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.problem.Message;

/** Web addresses are public https addresses, and rejected with the code of the first error. */
class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://centarzztlj.rs, https://centarzztlj.rs",
        "HTTPS://Centarzztlj.RS/Kontakt, https://centarzztlj.rs/Kontakt",
        "https://centar.rs:8443/a?b=c&d[]=1#e, https://centar.rs:8443/a?b=c&d%5B%5D=1#e",
        "https://centar.rs?q=a@b:c, https://centar.rs?q=a@b:c",
        "https://центар.срб/, https://xn--80ajyniv.xn--90a3ac/",
        "https://xn--80ajyniv.xn--90a3ac/, https://xn--80ajyniv.xn--90a3ac/",
        "https://sr.wikipedia.org/wiki/Ниш, https://sr.wikipedia.org/wiki/%D0%9D%D0%B8%D1%88",
        "https://sr.wikipedia.org/wiki/%D0%9D%D0%B8%D1%88, https://sr.wikipedia.org/wiki/%D0%9D%D0%B8%D1%88",
        "https://wa.me/38163610590, https://wa.me/38163610590",
        "https://müller.de, https://xn--mller-kva.de"
    })
    void aSoundAddressIsKeptAsTypedAndWrittenInAscii(String typed, String uri) {
        WebAddress address = WebAddress.of(typed);

        assertThat(address.address()).isEqualTo(typed);
        assertThat(address.uri()).hasToString(uri);
    }

    @ParameterizedTest
    @CsvSource({
        "http://centar.rs, web-not-encrypted",
        "HTTP://centar.rs, web-not-encrypted",
        "ftp://centar.rs, web-not-https",
        "javascript:alert(1), web-not-https",
        "viber://chat?number=38163610590, web-not-https",
        "www.centar.rs, web-not-an-address",
        "//centar.rs, web-not-an-address",
        "'', web-not-an-address",
        "https:centar.rs, web-not-an-address",
        "https://, web-not-an-address",
        "https:///kontakt, web-not-an-address",
        "https://rs, web-not-an-address",
        "https://centar.rs., web-not-an-address",
        "https://-centar.rs, web-not-an-address",
        "https://cen%74ar.rs, web-not-an-address",
        "https://centar.rs:, web-not-an-address",
        "https://centar.rs:0, web-not-an-address",
        "https://centar.rs:65536, web-not-an-address",
        "https://centar.rs/#a#b, web-not-an-address",
        "https://centar.rs@zlo.rs/, web-userinfo",
        "https://ime:lozinka@centar.rs/, web-userinfo",
        "https://192.0.2.1/, web-ip-literal",
        "https://3221225985/, web-ip-literal",
        "https://0x7f.1/, web-ip-literal",
        "https://１９２.0.2.1/, web-ip-literal",
        "https://[2001:db8::1]:443/, web-ip-literal",
        "https://localhost/, web-unknown-top-level-domain",
        "https://centar.rsss, web-unknown-top-level-domain",
        "https://centar.rs/100%, web-bad-escape",
        "https://centar.rs/%D0%9, web-bad-escape",
        "' https://centar.rs', web-stray-character",
        "https://centar.rs/a b, web-stray-character",
        "https://centar.rs\\@zlo.rs, web-stray-character",
        "https://centar.rs/<a>, web-stray-character",
        "https://cen\u00adtar.rs, web-stray-character",
        "https://centar.rs/\u202egpj.exe, web-stray-character"
    })
    void whatIsNoSafePublicLinkIsRefusedWithItsReason(String typed, String code) {
        assertThat(refusal(typed).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "https://centаr.rs/, а, U+0430, CYRILLIC SMALL LETTER A, 13",
        "https://сор.rs/, с, U+0441, CYRILLIC SMALL LETTER ES, 9",
        "https://цeнтар.срб/, e, U+0065, LATIN SMALL LETTER E, 10",
        "https://xn--80ak6aa92e.com/, а, U+0430, CYRILLIC SMALL LETTER A, 9"
    })
    void aLetterInDisguiseIsNamedWithItsPlace(String typed, String shown, String codePoint, String name, int position) {
        assertThat(refusal(typed)).isEqualTo(Message.of("web-mixed-script", shown, codePoint, name, position));
    }

    @Test
    void theCharacterThatDoesNotBelongIsNamed() {
        assertThat(refusal("https://centar.rs/\n"))
                .isEqualTo(Message.of("web-stray-character", "U+000A", "U+000A", "<control-000A>", 19));
    }

    @Test
    void lengthIsBoundedInBothForms() {
        String start = "https://centar.rs/";
        int room = WebAddress.MAX_LENGTH - start.length();

        assertThat(WebAddress.of(start + "a".repeat(room)).uri().toString()).hasSize(WebAddress.MAX_LENGTH);
        assertThat(refusal(start + "a".repeat(room + 1)).code()).isEqualTo("web-too-long");
        assertThat(refusal(start + "ж".repeat(room / 2)).code()).isEqualTo("web-too-long");
    }

    @Test
    void aRefusedPasswordIsNotRepeated() {
        assertThat(refusal("https://ime:lozinka@centar.rs/").arguments()).isEmpty();
    }

    private static Message refusal(String typed) {
        return catchThrowableOfType(InvalidValueException.class, () -> WebAddress.of(typed))
                .reason();
    }
}
