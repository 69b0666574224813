package org.putokaz.contact.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.problem.Message;

/** Telephone numbers are accepted in every usual spelling, and rejected with the code of the error. */
class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "063 610 590",
                "063/610-590",
                "063.610.590",
                "063\u00a0610\u2011590",
                "(063) 610 590",
                "+381 63 610 590",
                "+381 (0)63 610 590",
                "(+381) 63 610590",
                "00381 63 610590",
                "тел. 063 610 590",
                "Tel: 063 610 590",
                "  063610590\t"
            })
    void everyUsualWayToWriteANumberIsTheSameNumber(String typed) {
        PhoneNumber number = PhoneNumber.of(typed, NumberingContext.of("RS"));

        assertThat(number.e164()).isEqualTo("+38163610590");
        assertThat(number.uri()).hasToString("tel:+38163610590");
        assertThat(number.kind()).isEqualTo(PhoneNumber.Kind.SUBSCRIBER);
        assertThat(number.shortCode()).isEmpty();
        assertThat(number.dialableFromAbroad()).isTrue();
        assertThat(number.isEmergency()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "063 610 590, 063 610 590",
        "063/610-590, 063/610-590",
        "063\u00a0610\u00a0590, 063 610 590",
        "тел. 063 610 590, 063 610 590",
        "116 006, 116 006",
        "011/2345-678 лок. 12, 011/2345-678 лок. 12"
    })
    void theEditorsOwnGroupingIsDisplayed(String typed, String display) {
        assertThat(PhoneNumber.of(typed, NumberingContext.of("RS")).display()).isEqualTo(display);
    }

    @Test
    void theValueStaysAsTypedButForBlanksAroundIt() {
        assertThat(PhoneNumber.of("\u00a0тел. 063 610 590 ", NumberingContext.of("RS"))
                        .typed())
                .isEqualTo("тел. 063 610 590");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "011/2345-678 lok. 12",
                "011/2345-678 лок. 12",
                "011/2345-678, локал 12",
                "011/2345-678 ЛОК:12",
                "+381 11 2345678 ext 12",
                "+381 11 2345678 extension 12",
                "011 2345678 x12",
                "011/2345-678 (лок. 12)",
                "011 2345678 х 12",
                "+381112345678;ext=12"
            })
    void anExtensionIsDialledAfterTheNumber(String typed) {
        PhoneNumber number = PhoneNumber.of(typed, NumberingContext.of("RS"));

        assertThat(number.e164()).isEqualTo("+381112345678");
        assertThat(number.extension()).isEqualTo("12");
        assertThat(number.uri()).hasToString("tel:+381112345678;ext=12");
    }

    @ParameterizedTest
    @CsvSource({"030 123456, DE, +4930123456", "+49 30 123456, RS, +4930123456", "(202) 456-1111, US, +12024561111"})
    void aNumberWithoutACountryCodeBelongsToTheDefaultRegion(String typed, String region, String e164) {
        assertThat(PhoneNumber.of(typed, NumberingContext.of(region)).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @CsvSource({
        "112, 112, tel:112;phone-context=+381, true",
        "192, 192, tel:192;phone-context=+381, true",
        "116 006, 116006, tel:116006;phone-context=+381, false",
        "19-011, 19011, tel:19011;phone-context=+381, false"
    })
    void aShortCodeIsNeverGivenAnInternationalForm(String typed, String code, String uri, boolean emergency) {
        PhoneNumber number = PhoneNumber.of(typed, NumberingContext.of("RS"));

        assertThat(number.kind()).isEqualTo(PhoneNumber.Kind.SHORT_CODE);
        assertThat(number.shortCode()).map(ShortCode::number).contains(code);
        assertThat(number.e164()).isNull();
        assertThat(number.uri()).hasToString(uri);
        assertThat(number.dialableFromAbroad()).isFalse();
        assertThat(number.isEmergency()).isEqualTo(emergency);
    }

    @ParameterizedTest
    @CsvSource({
        "'', phone-without-digits",
        "'  ', phone-without-digits",
        "+, phone-too-short",
        "00, phone-too-short",
        "1, phone-too-short",
        "12, phone-too-short",
        "0636, phone-too-short",
        "+381, phone-too-short",
        "0636105901234567, phone-too-long",
        "063 610 590 1234567, phone-two-numbers",
        "063 610 590 1234567890123, phone-digits-after-number",
        "9813, phone-unknown-short-code",
        "610 590, phone-unknown-short-code",
        "+381 192, phone-short-code-with-prefix",
        "+381 116 006, phone-short-code-with-prefix",
        "0116 006, phone-short-code-with-prefix",
        "112 лок. 3, phone-short-code-with-extension",
        "63 610 590, phone-trunk-prefix-missing",
        "099 999 999, phone-not-valid-for-region",
        "38163610590, phone-plus-missing",
        "381 63 610 590, phone-plus-missing",
        "381 11 2650 329, phone-plus-missing",
        "2650-329, phone-area-code-missing",
        "26 50 329, phone-area-code-missing",
        "785 0000, phone-area-code-missing",
        "2650-329/30, phone-area-code-missing",
        "2650-329/330, phone-area-code-missing",
        "785 0000 12, phone-area-code-missing",
        "3012-345, phone-area-code-missing",
        "63610590, phone-area-code-missing",
        "011 6111, phone-not-valid-for-region",
        "06 80 505 101, phone-not-valid-for-region",
        "06 1 234 5678, phone-not-valid-for-region",
        "0800 222, phone-length-of-area",
        "0800 222 003 4, phone-digits-after-number",
        "+383 38 200 100 101, phone-shortened-number",
        "+49 30 123456 123457, phone-two-numbers",
        "'021 480, 481', phone-not-a-number",
        "'021 480 i 481', phone-not-a-number",
        "011 36123, phone-length-of-area",
        "011 265 032, phone-length-of-area",
        "+381 11 36123, phone-length-of-area",
        "0112650329330, phone-length-of-area",
        "021 12345, phone-not-valid-for-region",
        "+999 123456, phone-unknown-country-code"
    })
    void aNumberThatCannotBeDialledIsRefusedWithItsReason(String typed, String code) {
        assertThat(refusal(typed).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "О63 610 590, О, U+041E, CYRILLIC CAPITAL LETTER O, 1",
        "063 61З 590, З, U+0417, CYRILLIC CAPITAL LETTER ZE, 7",
        "тел. О63 610 590, О, U+041E, CYRILLIC CAPITAL LETTER O, 6",
        "063 6l0 590, l, U+006C, LATIN SMALL LETTER L, 6",
        "0800 POMOC1, P, U+0050, LATIN CAPITAL LETTER P, 6",
        "٠63 610 590, ٠, U+0660, ARABIC-INDIC DIGIT ZERO, 1",
        "０63 610 590, ０, U+FF10, FULLWIDTH DIGIT ZERO, 1",
        "063 610\u200b590, U+200B, U+200B, ZERO WIDTH SPACE, 8",
        "063+610 590, +, U+002B, PLUS SIGN, 4",
        "++38163610590, +, U+002B, PLUS SIGN, 2",
        "'063, 610 590 a', a, U+0061, LATIN SMALL LETTER A, 14",
        "063 +610 590, +, U+002B, PLUS SIGN, 5",
        "📞063 610 59О, 📞, U+1F4DE, TELEPHONE RECEIVER, 1",
        "011 2345678 лок. 1О, л, U+043B, CYRILLIC SMALL LETTER EL, 13"
    })
    void aCharacterThatIsNoDigitIsNamedWithItsPlace(
            String typed, String shown, String codePoint, String name, int position) {
        assertThat(refusal(typed)).isEqualTo(Message.of("phone-not-a-number", shown, codePoint, name, position));
    }

    /** The code, what is offered for the channel itself, and the second number or the extension. */
    @ParameterizedTest
    @CsvSource({
        "phone-two-numbers, '063 610 590, 011 2345678', 063 610 590, 011 2345678",
        "phone-two-numbers, 063 610 590 / 011 2345678, 063 610 590, 011 2345678",
        "phone-two-numbers, 063 610 590 и 064 123 4567, 063 610 590, 064 123 4567",
        "phone-two-numbers, 063 610 590 ili +381 64 123 4567, 063 610 590, +381 64 123 4567",
        "phone-two-numbers, 063/610-590;064/123-4567, 063/610-590, 064/123-4567",
        "phone-two-numbers, '0800 222 003, 011 2650 329', 0800 222 003, 011 2650 329",
        "phone-two-numbers, 0800 222 003 / 0800 222 004, 0800 222 003, 0800 222 004",
        "phone-two-numbers, '0800 222 003, 192', 0800 222 003, 192",
        "phone-two-numbers, '063 610 590, 112', 063 610 590, 112",
        "phone-two-numbers, 00381 11 2650 329 / 2650 330, 00381 11 2650 329, +381 11 2650 330",
        "phone-two-numbers, +49 89 12 34 56 78 / +49 89 12 34 56 79, +49 89 12 34 56 78, +49 89 12 34 56 79",
        "phone-two-numbers, '011 2650 329, 011 2650 330, 011 2650 331', 011 2650 329, 011 2650 330",
        "phone-two-numbers, 011 2650 329 011 2650 330, 011 2650 329, 011 2650 330",
        "phone-two-numbers, +381 63 610 590 +381 64 123 4567, +381 63 610 590, +381 64 123 4567",
        "phone-two-numbers, 011/2650-329 2650-330, 011/2650-329, 011 2650-330",
        "phone-two-numbers, '021 480 1234, 480 1235', 021 480 1234, 021 480 1235",
        "phone-two-numbers, +381 11 2650 329 / 2650 330, +381 11 2650 329, +381 11 2650 330",
        "phone-shortened-number, 011/26 50 329/330, 011/26 50 329, 011/26 50 330",
        "phone-shortened-number, 011 2650 329 330, 011 2650 329, 011 2650 330",
        "phone-shortened-number, '021 480-1234, 1236', 021 480-1234, 021 480-1236",
        "phone-shortened-number, '011 785 00 00, 01', 011 785 00 00, 011 785 00 01",
        "phone-shortened-number, 063/610-590 и 591, 063/610-590, 063/610-591",
        "phone-shortened-number, '021/480-223, 224, 225', 021/480-223, 021/480-224",
        "phone-shortened-number, 011/2650329/330, 011/2650329, 011/2650330",
        "phone-shortened-number, '0112650329, 330', 0112650329, 0112650330",
        "phone-digits-after-number, 011 785 0000/101, 011 785 0000, 101",
        "phone-digits-after-number, 011 785 0000 101, 011 785 0000, 101",
        "phone-digits-after-number, '+381 11 785 0000, 12', +381 11 785 0000, 12",
        "phone-digits-after-number, 021 480-1234 / 5, 021 480-1234, 5",
        "phone-digits-after-number, 026/222-222–4, 026/222-222, 4",
        "phone-digits-after-number, 063 610 590-1, 063 610 590, 1",
        "phone-digits-after-number, 011 785 0000/192, 011 785 0000, 192",
        "phone-digits-after-number, 011 2650 329 112, 011 2650 329, 112"
    })
    void aSecondNumberIsRefusedAndWhatToWriteIsOffered(String code, String typed, String first, String second) {
        assertThat(refusal(typed)).isEqualTo(Message.of(code, typed, first, second));
    }

    @ParameterizedTest
    @CsvSource({
        "064 12 34 567, +381641234567",
        "064/123-45-67, +381641234567",
        "011/26/50/329, +381112650329",
        "026 222 222, +38126222222",
        "0800 222 003, +381800222003",
        "0800/222/003, +381800222003",
        "0800 222/003, +381800222003",
        "Mobilni: 063 610 590, +38163610590",
        "моб. тел. 063 610 590, +38163610590",
        "00381 (0)11 2650-329, +381112650329",
        "021 480 123, +38121480123"
    })
    void anyGroupingOfOneNumberIsAccepted(String typed, String e164) {
        assertThat(PhoneNumber.of(typed, NumberingContext.of("RS")).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @CsvSource({
        "061/102-034, BA, +38761102034",
        "0800 77 99, HR, +3858007799",
        "08000 121 700, GB, +448000121700",
        "020 7946 0018, GB, +442079460018",
        "067 123 456, ME, +38267123456"
    })
    void aNationalNumberIsReadByThePlanOfItsCountry(String typed, String region, String e164) {
        assertThat(PhoneNumber.of(typed, NumberingContext.of(region)).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0800 222 003", "0900 123 456"})
    void whetherFreeAndPremiumNumbersAreReachedFromAbroadIsNotKnown(String typed) {
        assertThat(PhoneNumber.of(typed, NumberingContext.of("RS")).dialableFromAbroad())
                .isNull();
    }

    @Test
    void aMissingPlusIsSuggestedWithTheWholeNumber() {
        assertThat(refusal("38163610590").arguments()).isEqualTo(List.of("38163610590", "+381 63 610590"));
    }

    @Test
    void theLengthsOfTheAreaAreNamed() {
        assertThat(refusal("011 36123").arguments()).isEqualTo(List.of("011 36123", "11", "9", 7, "RS"));
    }

    @Test
    void aLongTextIsRefusedBeforeItIsRead() {
        assertThat(refusal("О".repeat(PhoneNumberText.MAX_LENGTH + 1)).code()).isEqualTo("phone-text-too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "rs", "", "RSD"})
    void aRegionThatTheLibraryDoesNotKnowIsRefused(String region) {
        InvalidValueException refused = catchThrowableOfType(
                InvalidValueException.class, () -> PhoneNumber.of("063 610 590", NumberingContext.of(region)));

        assertThat(refused.reason()).isEqualTo(Message.of("phone-unknown-region", region));
    }

    @Test
    void theRefusalOfAMissingZeroTellsHowToWriteTheNumber() {
        assertThat(refusal("63 610 590").arguments()).isEqualTo(List.of("63 610 590", "063 610590"));
    }

    @ParameterizedTest
    @CsvSource({
        "061/102-034, BA, +38761102034",
        "061 102 034, RS, +38161102034",
        "0800 77 99, HR, +3858007799",
        "08000 121 700, GB, +448000121700",
        "0800 1111, GB, +448001111",
        "080 111 110, ME, +38280111110",
        "01 4828 888, HR, +38514828888",
        "020/22-82-00, ME, +38220228200"
    })
    void aNumberWithoutACountryCodeIsReadInItsRegion(String typed, String region, String e164) {
        assertThat(PhoneNumber.of(typed, NumberingContext.of(region)).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @CsvSource({"08000 121 700, RS", "0800 77 99, RS", "0800 11112222, HR", "020/22-82-00, GB"})
    void anErrorNamesTheRegionInWhichTheNumberWasRead(String typed, String region) {
        InvalidValueException refused = catchThrowableOfType(
                InvalidValueException.class, () -> PhoneNumber.of(typed, NumberingContext.of(region)));

        assertThat(refused).as(typed).isNotNull();
        assertThat(refused.reason().code())
                .isIn(
                        "phone-not-valid-for-region",
                        "phone-too-short",
                        "phone-too-long",
                        "phone-unknown-short-code",
                        "phone-length-of-area");
        assertThat(refused.reason().arguments()).as(refused.reason().code()).contains(region);
    }

    @ParameterizedTest
    @CsvSource({
        "116 006, HR",
        "112, ME",
        "122, ME",
        "116 666, ME",
        "129, ME",
        "124, BA",
        "116 123, BA",
        "113, SI",
        "116 111, MK",
        "127, AL",
        "192, XK",
        "107, HU",
        "112, RO",
        "150, BG",
        "999, GB",
        "101, GB",
        "116 123, GB"
    })
    void aShortCodeOfItsCountryHasNoInternationalForm(String typed, String region) {
        PhoneNumber number = PhoneNumber.of(typed, NumberingContext.of(region));

        assertThat(number.e164()).isNull();
        assertThat(number.dialableFromAbroad()).isFalse();
        assertThat(number.isUnlistedShortCode()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"116 123, RS", "19833, RS", "116 006, SI", "116 006, HU", "122, RS", "1264, RS"})
    void anUnlistedShortCodeHasToBeConfirmed(String typed, String region) {
        assertThat(catchThrowableOfType(
                                InvalidValueException.class, () -> PhoneNumber.of(typed, NumberingContext.of(region)))
                        .reason())
                .isEqualTo(Message.of("phone-unknown-short-code", typed, region));

        PhoneNumber confirmed = PhoneNumber.of(typed, new NumberingContext(region, true));

        assertThat(confirmed.isUnlistedShortCode()).isTrue();
        assertThat(confirmed.e164()).isNull();
        assertThat(confirmed.uri().toString()).startsWith("tel:" + typed.replace(" ", "") + ";phone-context=+");
        assertThat(confirmed.isEmergency()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"122/116", "122, 123", "122 i 123", "192 193", "193 222", "0636", "2650-329", "12"})
    void aConfirmationExcusesNothingElse(String typed) {
        assertThat(catchThrowableOfType(
                        InvalidValueException.class, () -> PhoneNumber.of(typed, new NumberingContext("RS", true))))
                .as(typed)
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "+387 33 12, BA, phone-too-short",
        "+387, BA, phone-too-short",
        "0038761102034567, BA, phone-too-long",
        "+38761102034567890123, BA, phone-too-long",
        "+387 99 999 999, BA, phone-not-valid-for-region",
        "+49 1, DE, phone-too-short",
        "+383 99 999 999, XK, phone-not-valid-for-region",
        "+1 555, US, phone-too-short",
        "+381 63 6, RS, phone-too-short",
        "063 6, RS, phone-too-short"
    })
    void anErrorNamesTheRegionOfTheNumbersOwnCountryCode(String typed, String region, String code) {
        assertThat(refusal(typed)).isEqualTo(Message.of(code, typed, region));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+3 +81 63 610 590", "+ 387", "+0387 33 12", "+3+8+7"})
    void aBrokenCountryCodeIsRefused(String typed) {
        assertThat(refusal(typed).code()).startsWith("phone-");
    }

    @ParameterizedTest
    @CsvSource({
        "063 610 590 / 0-24, 063 610 590, 0-24",
        "063 610 590 / 0–24, 063 610 590, 0–24",
        "063 610 590 0-24, 063 610 590, 0-24",
        "063/610-590 (00-24h), 063/610-590, 00-24h",
        "'063 610 590, 08-20h', 063 610 590, 08-20h",
        "063 610 590 08-20, 063 610 590, 08-20",
        "063 610 590 24/7, 063 610 590, 24/7",
        "063 610 590 24h, 063 610 590, 24h",
        "063 610 590 od 8 do 20 časova, 063 610 590, od 8 do 20 časova",
        "063 610 590 од 8 до 20, 063 610 590, од 8 до 20",
        "'063 610 590, пон–пет 8:00–16:00', 063 610 590, пон–пет 8:00–16:00",
        "063 610 590 (svakog dana 0-24), 063 610 590, svakog dana 0-24",
        "063 610 590 нон-стоп, 063 610 590, нон-стоп",
        "011/2345-678 лок. 12 08-20h, 011/2345-678 лок. 12, 08-20h",
        "0-24: 063 610 590, 063 610 590, 0-24",
        "00–24h 116 006, 116 006, 00–24h",
        "112 / 0-24, 112, 0-24",
        "0800 222 003 22-06h, 0800 222 003, 22-06h",
        "063 610 59 / 08-20h, 063 610 59, 08-20h"
    })
    void openingHoursBesideANumberAreNotReadAsDigitsOfIt(String typed, String number, String hours) {
        assertThat(refusal(typed)).isEqualTo(Message.of("phone-with-opening-hours", typed, number, hours));
    }

    @ParameterizedTest
    @CsvSource({
        "021 472 08-20, +381214720820",
        "021/47-20-8-20, +381214720820",
        "011 3670 0-24, +381113670024",
        "+43 1 4000 0-24, +4314000024"
    })
    void theEndOfANumberIsNotReadAsOpeningHours(String typed, String e164) {
        assertThat(PhoneNumber.of(typed, NumberingContext.of("RS")).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @CsvSource({
        "0900 123 456, RS, PREMIUM_RATE, true",
        "+44 70 1234 5678, RS, PERSONAL, true",
        "0800 222 003, RS, TOLL_FREE, false",
        "011 2345678, RS, FIXED_LINE, false",
        "028 420 123, RS, FIXED_LINE, false",
        "063 610 590, RS, OTHER, true",
        "+44 7400 123456, RS, OTHER, true",
        "202 456 1111, US, OTHER, true",
        "116 006, RS, SHORT_CODE, false",
        "112, RS, SHORT_CODE, false",
        "741741, US, SHORT_CODE, true"
    })
    void theTypeOfANumberTellsItsTariffAndWhetherItTakesMessages(
            String typed, String region, NumberType type, boolean textMessages) {
        PhoneNumber number = PhoneNumber.of(typed, NumberingContext.of(region));

        assertThat(number.type()).isEqualTo(type);
        assertThat(number.textMessages()).isEqualTo(textMessages);
    }

    /** The library knows no short code for messages of Serbia, such as those of donations. */
    @Test
    void aConfirmedShortCodeMayTakeMessages() {
        assertThat(PhoneNumber.of("3030", new NumberingContext("RS", true)).textMessages())
                .isTrue();
    }

    private static Message refusal(String typed) {
        return catchThrowableOfType(InvalidValueException.class, () -> PhoneNumber.of(typed, NumberingContext.of("RS")))
                .reason();
    }
}
