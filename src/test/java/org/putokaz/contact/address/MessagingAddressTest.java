package org.putokaz.contact.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.putokaz.problem.InvalidValueException;

/** A number or a handle becomes the link that opens the app, and what the app does not take is refused. */
class MessagingAddressTest {

    private static final NumberingContext SERBIA = NumberingContext.of("RS");

    private static InvalidValueException refusal(MessagingApp app, String value) {
        return catchThrowableOfType(InvalidValueException.class, () -> MessagingAddress.of(app, value, SERBIA));
    }

    @ParameterizedTest
    @CsvSource({
        "WHATSAPP, https://wa.me/38163610590",
        "VIBER, viber://chat?number=%2B38163610590",
        "SIGNAL, https://signal.me/#p/+38163610590",
        "TELEGRAM, https://t.me/+38163610590"
    })
    void aNumberIsReadAsATelephoneNumberAndOpensTheApp(MessagingApp app, String uri) {
        for (String typed : new String[] {"063 610 590", "+381 63 610-590", "(063) 610/590", " 063610590 "}) {
            MessagingAddress address = MessagingAddress.of(app, typed, SERBIA);
            assertThat(address.e164()).isEqualTo("+38163610590");
            assertThat(address.uri()).hasToString(uri);
            assertThat(address.display()).isEqualTo(typed.strip());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "VIBER, centar-rs, viber://pa?chatURI=centar-rs",
        "VIBER, 0800centar, viber://pa?chatURI=0800centar",
        "SIGNAL, centar.01, ",
        "TELEGRAM, @centar_rs, https://t.me/centar_rs",
        "TELEGRAM, centar_rs, https://t.me/centar_rs",
        "MESSENGER, centar.zztlj, https://m.me/centar.zztlj",
        "MESSENGER, 100064567890123, https://m.me/100064567890123",
        "INSTAGRAM, @centar_zztlj, https://ig.me/m/centar_zztlj",
        "THREEMA, *SUPPORT, https://threema.id/*SUPPORT",
        "THREEMA, 4ABCD567, https://threema.id/4ABCD567"
    })
    void aHandleOpensTheApp(MessagingApp app, String handle, String uri) {
        MessagingAddress address = MessagingAddress.of(app, handle, SERBIA);
        assertThat(address.display()).isEqualTo(handle);
        assertThat(address.e164()).isNull();
        assertThat(address.uri() == null ? null : address.uri().toString()).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource({
        "WHATSAPP, @centar, messaging-number-wanted",
        "WHATSAPP, https://wa.me/38163610590, messaging-number-wanted",
        "WHATSAPP, 63 610 590, phone-trunk-prefix-missing",
        "WHATSAPP, 116 006, messaging-short-code",
        "TELEGRAM, 192, messaging-short-code",
        "WHATSAPP, 063 610 590 lok. 12, messaging-number-wanted",
        "VIBER, 063 610 590 лок. 12, messaging-stray-character",
        "TELEGRAM, https://t.me/centar, messaging-stray-character",
        "TELEGRAM, @centаr, messaging-stray-character",
        "TELEGRAM, centаr, messaging-stray-character",
        "TELEGRAM, cen, messaging-not-a-handle",
        "TELEGRAM, 063 61O 590, messaging-stray-character",
        "TELEGRAM, _centar, messaging-not-a-handle",
        "TELEGRAM, centar-rs, messaging-not-a-handle",
        "SIGNAL, centar, messaging-not-a-handle",
        "SIGNAL, centar.1, messaging-not-a-handle",
        "MESSENGER, +381 63 610 590, messaging-stray-character",
        "MESSENGER, centar/zztlj, messaging-stray-character",
        "INSTAGRAM, @@centar, messaging-stray-character",
        "THREEMA, support1, messaging-not-a-handle",
        "THREEMA, ABCD567, messaging-not-a-handle"
    })
    void whatTheAppDoesNotTakeIsRefused(MessagingApp app, String value, String code) {
        assertThat(refusal(app, value).reason().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"@centаr, а, 6", "centаr, а, 5", "a b, U+0020, 2"})
    void theCharacterIsNamedWithItsPositionInTheWholeValue(String value, String character, int position) {
        assertThat(refusal(MessagingApp.TELEGRAM, value).reason().arguments())
                .startsWith(character)
                .endsWith(position);
    }

    @ParameterizedTest
    @EnumSource(MessagingApp.class)
    void eachAppTakesNumbersOrHandlesOrBoth(MessagingApp app) {
        assertThat(app.takesNumbers() || app.takesHandles()).isTrue();
        assertThat(app.linkToNumber("+38163610590").isPresent()).isEqualTo(app.takesNumbers());
        for (String empty : new String[] {"", "@", "a", "централа"}) {
            assertThat(app.takesHandles() && app != MessagingApp.INSTAGRAM && app.isHandle(empty))
                    .isFalse();
        }
    }
}
