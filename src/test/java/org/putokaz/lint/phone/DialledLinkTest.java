package org.putokaz.lint.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The number is read in links that dial or write to one, and in no others. */
class DialledLinkTest {

    @ParameterizedTest
    @CsvSource({
        "tel:+38163610590, +38163610590",
        "TEL:+381-63-610-590, +38163610590",
        "tel:063610590;ext=12, 063610590",
        "tel:112;phone-context=+381, 112",
        "tel:+381%2063%20610%20590, +38163610590",
        "tel:+381(0)63610590, +38163610590",
        "tel:%2B38163610590, +38163610590",
        "sms:063610590?body=pomoc, 063610590",
        "smsto:+38163610590, +38163610590",
        "callto:+38163610590, +38163610590",
        "skype:+38163610590?call, +38163610590",
        "https://wa.me/38163610590, +38163610590",
        "wa.me/38163610590?text=a, +38163610590",
        "https://api.whatsapp.com/send?phone=38163610590&text=a, +38163610590",
        "https://web.whatsapp.com/send/?text=a&phone=%2B38163610590, +38163610590",
        "whatsapp://send?phone=38163610590, +38163610590",
        "viber://chat?number=%2B38163610590, +38163610590",
        "viber://add?number=38163610590, +38163610590",
        "viber://call?number=063610590, 063610590",
        "tg://resolve?phone=38163610590, +38163610590",
        "https://t.me/+38163610590, +38163610590",
        "https://signal.me/#p/+38163610590, +38163610590"
    })
    void theNumberIsRead(String link, String number) {
        assertThat(DialledLink.numberIn(link)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/tel/063610590",
                "mailto:063610590@example.org",
                "https://t.me/+AbC123def",
                "https://t.me/astra",
                "https://wa.me/message/ABC123",
                "skype:astra?call",
                "tel:",
                "telefon: 063 610 590",
                "/kontakt",
                "https://example.org/send?phone=38163610590"
            })
    void otherLinksDialNothing(String link) {
        assertThat(DialledLink.numberIn(link)).isEmpty();
    }
}
