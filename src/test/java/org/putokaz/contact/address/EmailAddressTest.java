package org.putokaz.contact.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.problem.Message;

/** Mail addresses are accepted in ASCII and internationalised, and rejected with the code of the first error. */
class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "centar@centarzztlj.rs, centar@centarzztlj.rs, mailto:centar@centarzztlj.rs",
        "Centar@Centarzztlj.RS, Centar@centarzztlj.rs, mailto:Centar@centarzztlj.rs",
        "centar+hitno@centar-zz.gov.rs, centar+hitno@centar-zz.gov.rs, mailto:centar+hitno@centar-zz.gov.rs",
        "r&d/1=2?@x.rs, r&d/1=2?@x.rs, mailto:r%26d%2F1%3D2%3F@x.rs",
        "centar@центар.срб, centar@xn--80ajyniv.xn--90a3ac, mailto:centar@xn--80ajyniv.xn--90a3ac",
        "centar@xn--80ajyniv.xn--90a3ac, centar@xn--80ajyniv.xn--90a3ac, mailto:centar@xn--80ajyniv.xn--90a3ac",
        "центар@центар.срб, центар@xn--80ajyniv.xn--90a3ac, "
                + "mailto:%D1%86%D0%B5%D0%BD%D1%82%D0%B0%D1%80@xn--80ajyniv.xn--90a3ac",
        "e-пошта@центар.срб, e-пошта@xn--80ajyniv.xn--90a3ac, "
                + "mailto:e-%D0%BF%D0%BE%D1%88%D1%82%D0%B0@xn--80ajyniv.xn--90a3ac",
        "kućni@müller.de, kućni@xn--mller-kva.de, mailto:ku%C4%87ni@xn--mller-kva.de",
        "a@straße.de, a@xn--strae-oqa.de, mailto:a@xn--strae-oqa.de"
    })
    void aSoundAddressIsKeptAsTypedAndWrittenForMachines(String typed, String ascii, String uri) {
        EmailAddress address = EmailAddress.of(typed);

        assertThat(address.address()).isEqualTo(typed);
        assertThat(address.asciiAddress()).isEqualTo(ascii);
        assertThat(address.uri()).hasToString(uri);
    }

    @ParameterizedTest
    @CsvSource({
        "a@x.rsss, email-unknown-top-level-domain",
        "centar@centarzztlj, email-unknown-top-level-domain",
        "centar@localhost, email-unknown-top-level-domain",
        "centar@rs, email-not-an-address",
        "centar@, email-not-an-address",
        "@centar.rs, email-not-an-address",
        "centar, email-not-an-address",
        "'', email-not-an-address",
        "a@b@centar.rs, email-not-an-address",
        "a..b@centar.rs, email-not-an-address",
        ".a@centar.rs, email-not-an-address",
        "<centar@centar.rs>, email-not-an-address",
        "a@-x.rs, email-not-an-address",
        "a@x_y.rs, email-not-an-address",
        "a@x..rs, email-not-an-address",
        "a@x.rs., email-not-an-address",
        "a@x.rs:25, email-not-an-address",
        "'\"a b\"@x.rs', email-quoted-local-part",
        "a@[192.0.2.1], email-ip-literal",
        "a@[IPv6:2001:db8::1], email-ip-literal",
        "a@192.0.2.1, email-ip-literal",
        "Центар <centar@x.rs>, email-stray-character",
        "' centar@x.rs', email-stray-character",
        "'centar@x.rs ', email-stray-character",
        "cen\u00adtar@x.rs, email-stray-character",
        "centar@x\u200b.rs, email-stray-character"
    })
    void whatIsNoPublicMailAddressIsRefusedWithItsReason(String typed, String code) {
        assertThat(refusal(typed).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "centаr@centarzztlj.rs, а, U+0430, CYRILLIC SMALL LETTER A, 5",
        "centar@centаrzztlj.rs, а, U+0430, CYRILLIC SMALL LETTER A, 12",
        "centar@centarzztlj.rѕ, ѕ, U+0455, CYRILLIC SMALL LETTER DZE, 21",
        "сор@centar.rs, с, U+0441, CYRILLIC SMALL LETTER ES, 1",
        "центар@centar.rs, ц, U+0446, CYRILLIC SMALL LETTER TSE, 1",
        "centar@сор.com, с, U+0441, CYRILLIC SMALL LETTER ES, 8",
        "цeнтар@центар.срб, e, U+0065, LATIN SMALL LETTER E, 2",
        "центар@цeнтар.срб, e, U+0065, LATIN SMALL LETTER E, 9",
        "centar1١@centar.rs, ١, U+0661, ARABIC-INDIC DIGIT ONE, 8",
        "aε@centar.rs, ε, U+03B5, GREEK SMALL LETTER EPSILON, 2",
        "cεntar@centar.rs, ε, U+03B5, GREEK SMALL LETTER EPSILON, 2"
    })
    void aCharacterInDisguiseIsNamedWithItsPlace(
            String typed, String shown, String codePoint, String name, int position) {
        assertThat(refusal(typed)).isEqualTo(Message.of("email-mixed-script", shown, codePoint, name, position));
    }

    @Test
    void aDecomposedLetterIsComposed() {
        assertThat(EmailAddress.of("kuc\u0301ni@centar.rs").address()).isEqualTo("ku\u0107ni@centar.rs");
    }

    @Test
    void lengthIsBounded() {
        String labels = "a".repeat(60) + "." + "b".repeat(60) + "." + "c".repeat(60);
        assertThat(refusal("x".repeat(65) + "@centar.rs").code()).isEqualTo("email-not-an-address");
        assertThat(refusal("x@" + "a".repeat(64) + ".rs").code()).isEqualTo("email-not-an-address");
        assertThat(EmailAddress.of("x".repeat(64) + "@" + labels + ".rs").asciiAddress())
                .hasSize(250);
        assertThat(refusal("x".repeat(64) + "@abcde." + labels + ".rs")).isEqualTo(Message.of("email-too-long", 254));
    }

    @ParameterizedTest
    @CsvSource({"centar@centar.rs, false", "centar@центар.срб, false", "центар@центар.срб, true"})
    void onlyTheMailboxDecidesWhetherInternationalMailIsNeeded(String typed, boolean needed) {
        assertThat(EmailAddress.of(typed).needsInternationalMail()).isEqualTo(needed);
    }

    private static Message refusal(String typed) {
        return catchThrowableOfType(InvalidValueException.class, () -> EmailAddress.of(typed))
                .reason();
    }
}
