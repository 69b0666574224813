package org.putokaz.contact.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.http.request.StrictJsonMapper;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

/** A number that costs money or takes no messages is shown to the approver; what contradicts the number is refused. */
class ChannelWarningsTest {

    private static final LanguagePolicy LANGUAGES =
            new LanguagePolicy(Language.SR_CYRL, List.of(Language.SR_CYRL, Language.EN), Map.of());
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private static ChannelContent channel(String kind, String value, String more) throws Exception {
        String json = "{'unit': '01a20a8f-f164-784f-8978-7991cf34943f', 'kind': '" + kind + "', 'value': '" + value
                + "', 'label': {'sr-Cyrl': 'Телефон'}, 'purposes': ['general']" + more + "}";
        return StrictJsonMapper.convert(new ObjectMapper().readTree(json.replace('\'', '"')), ChannelContent.class);
    }

    private static List<String> codes(ContentViolations found) {
        return found.violations().stream()
                .map(violation ->
                        violation.location() + " " + violation.reason().code())
                .toList();
    }

    private static List<String> errors(ChannelContent channel) {
        ContentViolations errors = new ContentViolations(LANGUAGES);
        new ChannelValidator(channel.numbering("RS"), errors).validate(channel);
        return codes(errors);
    }

    private static List<String> warnings(ChannelContent channel) {
        ContentViolations warnings = new ContentViolations(LANGUAGES);
        new ChannelWarnings(TODAY, warnings).find(channel, channel.numbering("RS"));
        return codes(warnings);
    }

    @ParameterizedTest
    @CsvSource({
        "phone, 0900 123 456, premium-rate-number",
        "sms, 0900 123 456, premium-rate-number",
        "phone, +44 70 1234 5678, personal-number",
        "phone, +882 16 1234567, international-network-number",
        "phone, +881 6 1234 5678, international-network-number",
        "fax, 0900 123 456, premium-rate-number",
        "text-relay, 0900 123 456, premium-rate-number",
        "sms, 011 2345 678, sms-to-landline",
        "sms, +381 28 420 123, sms-to-landline",
        "sms, 0800 222 003, sms-to-toll-free-number",
        "sms, 116 006, sms-to-short-code",
        "sms, 112, sms-to-short-code"
    })
    void whatAPersonInNeedWouldPayOrNotReachIsShown(String kind, String value, String code) throws Exception {
        ChannelContent channel = channel(kind, value, "");

        assertThat(errors(channel)).isEmpty();
        assertThat(warnings(channel)).containsExactly("/value " + code);
    }

    @ParameterizedTest
    @CsvSource({
        "phone, 063 610 590",
        "sms, 063 610 590",
        "phone, 011 2345 678",
        "phone, 0800 222 003",
        "phone, 0700 123 456",
        "phone, 116 006",
        "phone, 112",
        "fax, 011 2345 678",
        "text-relay, 0800 222 003",
        "sms, +1 202 456 1111",
        "sms, +44 7400 123456",
        "email, centar@example.org",
        "web, https://example.org"
    })
    void anOrdinaryChannelHasNoWarning(String kind, String value) throws Exception {
        assertThat(warnings(channel(kind, value, ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "email, centar@example.org, true",
        "fax, 011 2345 678, true",
        "web, https://example.org, true",
        "phone, 192, false",
        "sms, 063 610 590, false",
        "text-relay, 0800 222 003, false"
    })
    void whatIsNotAnsweredAtOnceIsNotForDangerToLife(String kind, String value, boolean found) throws Exception {
        assertThat(warnings(channel(kind, value, ", 'emergency': true")))
                .isEqualTo(found ? List.of("/emergency emergency-not-answered-at-once") : List.of());
        assertThat(warnings(channel(kind, value, ", 'emergency': false"))).isEmpty();
    }

    @Test
    void aCountryIsNoLanguage() throws Exception {
        assertThat(warnings(channel(
                        "phone", "063 610 590", ", 'languages': ['sr-Latn', 'rs', 'en-GB', 'ua', 'rom', 'uk']")))
                .containsExactly("/languages/1 language-not-known", "/languages/3 language-not-known");
    }

    @Test
    void aShortCodeForMessagesThatIsInNoTableIsConfirmedByHandAndNothingElse() throws Exception {
        assertThat(warnings(channel("sms", "3030", ", 'confirmedUnlisted': true")))
                .containsExactly("/value short-code-unlisted");
    }

    @ParameterizedTest
    @CsvSource({
        "0900 123 456, /tollFree toll-free-premium-number",
        "+44 70 1234 5678, /tollFree toll-free-personal-number",
        "+44 7400 123456, ",
        "0800 222 003, ",
        "063 610 590, "
    })
    void whatIsNeverFreeCannotBeMarkedAsFree(String value, String error) throws Exception {
        assertThat(errors(channel("phone", value, ", 'tollFree': true")))
                .isEqualTo(error == null ? List.of() : List.of(error));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '"', textBlock = """
            063 610 590       | 'cost': 'free'                         | -
            063 610 590       | 'cost': 'free', 'tollFree': true       | -
            063 610 590       | 'cost': 'standard', 'tollFree': false  | -
            063 610 590       | 'cost': 'free', 'tollFree': false      | /cost cost-contradicts-toll-free
            063 610 590       | 'cost': 'local', 'tollFree': true      | /cost cost-contradicts-toll-free
            0900 123 456      | 'cost': 'free'                         | /cost toll-free-premium-number
            0900 123 456      | 'cost': 'premium'                      | -
            +44 70 1234 5678  | 'cost': 'free'                         | /cost toll-free-personal-number
            +44 70 1234 5678  | 'cost': 'standard'                     | -
            """)
    void theCostAgreesWithTollFreeAndWithTheNumber(String value, String more, String error) throws Exception {
        assertThat(errors(channel("phone", value, ", " + more))).isEqualTo(error == null ? List.of() : List.of(error));
    }

    @Test
    void bothMembersThatSayFreeAreNamedForANumberThatNeverIs() throws Exception {
        assertThat(errors(channel("phone", "0900 123 456", ", 'cost': 'free', 'tollFree': true")))
                .containsExactly("/tollFree toll-free-premium-number", "/cost toll-free-premium-number");
    }

    @ParameterizedTest
    @CsvSource({
        "phone, 0800 222 003, standard, /cost cost-of-free-number",
        "phone, 0800 222 003, free, ",
        "phone, 112, local, /cost cost-of-free-number",
        "phone, 112, free, ",
        "phone, 192, standard, ",
        "phone, 0900 123 456, standard, /value premium-rate-number /cost cost-of-premium-number",
        "phone, 0900 123 456, premium, /value premium-rate-number",
        "phone, 011 2345 678, premium, /cost cost-of-landline",
        "phone, 011 2345 678, local, ",
        "phone, 063 610 590, premium, ",
        "phone, 0700 123 456, premium, ",
        "web, https://example.org, free, "
    })
    void aCostThatIsUnusualForTheNumberIsShown(String kind, String value, String cost, String found) throws Exception {
        ChannelContent channel = channel(kind, value, ", 'cost': '" + cost + "'");

        assertThat(errors(channel)).isEmpty();
        assertThat(String.join(" ", warnings(channel))).isEqualTo(found == null ? "" : found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '"', textBlock = """
            -                                  | -     | -
            'tollFree': true                   | true  | FREE
            'tollFree': false                  | false | -
            'cost': 'free'                     | true  | FREE
            'cost': 'local'                    | false | LOCAL
            'cost': 'standard'                 | false | STANDARD
            'tollFree': true, 'cost': 'free'   | true  | FREE
            """)
    void tollFreeAndTheCostSayTheSame(String stated, Boolean tollFree, ChannelCost cost) throws Exception {
        ChannelContent channel = channel("phone", "063 610 590", stated == null ? "" : ", " + stated);

        assertThat(channel.effectiveTollFree()).isEqualTo(tollFree);
        assertThat(channel.effectiveCost()).isEqualTo(cost);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '"', textBlock = """
            messaging | 063 610 590          | 'app': 'viber'                                    | -
            messaging | @centar_rs           | 'app': 'telegram'                                 | -
            messaging | 063 610 590          | 'rank': 1                                         | /app required
            messaging | @centar_rs           | 'app': 'whatsapp'                                 | /value messaging-number-wanted
            messaging | 2650-329             | 'app': 'viber'                                    | /value phone-area-code-missing
            messaging | 063 610 590          | 'app': 'viber', 'dialableFromAbroad': true        | /dialableFromAbroad only-for-numbers
            phone     | 063 610 590          | 'app': 'viber'                                    | /app only-for-messaging
            chat      | https://t.me/centar  | 'app': 'telegram'                                 | /app only-for-messaging
            """)
    void anAppIsOfMessagingAndTakesItsValue(String kind, String value, String more, String error) throws Exception {
        ChannelContent channel = channel(kind, value, ", " + more);

        assertThat(errors(channel)).isEqualTo(error == null ? List.of() : List.of(error));
        if (error == null) {
            assertThat(warnings(channel)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "messaging, 063 610 590, whatsapp, +38163610590",
        "messaging, @centar_rs, telegram, ",
        "fax, 011 2345 678, , +381112345678",
        "text-relay, 116 006, , 116 006",
        "email, centar@example.org, , "
    })
    void aNumberInALabelIsComparedWithTheNumberOfAnAccountToo(String kind, String value, String app, String number)
            throws Exception {
        ChannelContent channel = channel(kind, value, app == null ? "" : ", 'app': '" + app + "'");

        assertThat(channel.dialledNumber(channel.numbering("RS"))).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '"', textBlock = """
            'provider': {'name': {'sr-Cyrl': 'Полиција', 'en': 'Police'}}                        | -
            'provider': {'name': {'sr-Cyrl': 'Полиција'}, 'url': 'https://example.org/'}         | -
            'provider': {'name': {'sr-Cyrl': 'Полиција'}, 'url': 'http://example.org/'}          | /provider/url web-not-encrypted
            'provider': {'name': {'sr-Cyrl': '192'}}                                             | /provider/name/sr-Cyrl no-letter
            'provider': {'url': 'https://example.org/'}                                          | /provider/name required
            'rank': 1                                                                            | /unit required
            """)
    void onlyAChannelOfSomebodyElseHasNoUnit(String more, String error) throws Exception {
        ChannelContent channel = channel("phone", "192", ", " + more);
        ChannelContent withoutUnit = channel.withPlace(null, null, null);

        assertThat(errors(withoutUnit)).isEqualTo(error == null ? List.of() : List.of(error));
    }

    @Test
    void aPaidNumberThatIsMarkedAsPaidIsStillShown() throws Exception {
        assertThat(warnings(channel("phone", "0900 123 456", ", 'tollFree': false")))
                .containsExactly("/value premium-rate-number");
    }

    private static List<String> found(String kind, String value) throws Exception {
        ContentViolations warnings = new ContentViolations(LANGUAGES);
        ChannelContent channel = channel(kind, value, "");
        new ChannelWarnings(TODAY, warnings).find(channel, channel.numbering("RS"));
        return warnings.violations().stream()
                .map(warning -> warning.location() + " " + warning.reason().code() + " "
                        + warning.reason().arguments())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phone | 011 3612 345 лок. 36123      | [011 3612 345, 36123]
            sms   | 063 610 590 ext 610591       | [063 610 590, 610591]
            phone | 011 3612 345 lok. 3612346    | [011 3612 345, 3612346]
            """)
    void anExtensionAsLongAsANumberIsAWarning(String kind, String value, String arguments) throws Exception {
        assertThat(found(kind, value)).containsExactly("/value extension-perhaps-a-number " + arguments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phone | 011 3612 345 лок. 3612
            phone | 011 3612 345 лок. 012
            phone | 011 3612 345
            phone | 116 111
            email | 36123@example.org
            """)
    void aShortExtensionIsNone(String kind, String value) throws Exception {
        assertThat(found(kind, value)).isEmpty();
    }

    private static final String WEEK =
            "'timezone': 'Europe/Belgrade', 'weekly': [{'days': ['monday'], 'opens': '09:00', 'closes': '17:00'}]";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '"', textBlock = """
            RS | 'publicHolidays': 'closed'                                         | -
            HR | 'publicHolidays': 'same'                                           | -
            HR | 'publicHolidays': 'closed'                                         | publicHolidays
            HR | 'holidayIntervals': [{'opens': '10:00', 'closes': '12:00'}]        | holidayIntervals
            """)
    void hoursOnHolidaysThatAreNotKnownAreWarnedOf(String region, String rule, @Nullable String member)
            throws Exception {
        String regime = "{'label': {'sr-Cyrl': 'Помоћ'}, " + WEEK + ", " + rule + "}";
        ChannelContent channel = channel(
                "phone",
                "+381 63 610 590",
                ", 'region': '" + region + "', 'hours': " + regime + ", 'additionalHours': [" + regime + "]");

        assertThat(errors(channel)).containsExactly();
        assertThat(warnings(channel))
                .isEqualTo(
                        member == null
                                ? List.of()
                                : List.of(
                                        "/hours/" + member + " hours-holidays-not-known",
                                        "/additionalHours/0/" + member + " hours-holidays-not-known"));
    }

    private static String regime(String more) {
        return "{" + more + WEEK + ", 'publicHolidays': 'same'}";
    }

    @Test
    void severalRegimesAreToldApart() throws Exception {
        String labelled = regime("'label': {'sr-Cyrl': 'Помоћ', 'en': 'Help'}, ");
        String albanian = regime("'label': {'sr-Cyrl': 'На албанском'}, 'languages': ['sq'], ");
        String spoken = ", 'languages': ['sr', 'sq'], 'hours': ";

        assertThat(errors(
                        channel("phone", "063 610 590", spoken + labelled + ", 'additionalHours': [" + albanian + "]")))
                .isEmpty();
        assertThat(errors(channel("phone", "063 610 590", spoken + regime("")))).isEmpty();
        assertThat(errors(channel(
                        "phone", "063 610 590", spoken + regime("") + ", 'additionalHours': [" + regime("") + "]")))
                .containsExactly("/hours/label hours-label-missing", "/additionalHours/0/label hours-label-missing");
        assertThat(errors(channel("phone", "063 610 590", ", 'additionalHours': [" + labelled + "]")))
                .containsExactly("/hours hours-main-missing");
        assertThat(errors(channel(
                        "phone",
                        "063 610 590",
                        spoken + labelled + ", 'additionalHours': [" + albanian + "," + albanian + "]")))
                .containsExactly("/additionalHours repeated");
    }

    @Test
    void aRegimeSpeaksLanguagesOfItsChannel() throws Exception {
        String hours = ", 'hours': " + regime("'languages': ['sq', 'hu'], ");

        assertThat(errors(channel("phone", "063 610 590", ", 'languages': ['sr', 'sq']" + hours)))
                .containsExactly("/hours/languages/1 hours-language-not-of-channel");
        assertThat(errors(channel("phone", "063 610 590", hours))).hasSize(2);
    }

    @Test
    void thereAreAtMostTenAdditionalRegimes() throws Exception {
        String ten = IntStream.range(0, 10)
                .mapToObj(i -> regime("'label': {'sr-Cyrl': 'Служба " + i + "'}, "))
                .collect(Collectors.joining(","));
        String hours = ", 'hours': " + regime("'label': {'sr-Cyrl': 'Служба'}, ") + ", 'additionalHours': [" + ten;

        assertThat(errors(channel("phone", "063 610 590", hours + "]"))).isEmpty();
        assertThat(errors(channel("phone", "063 610 590", hours + "," + regime("'label': {'sr-Cyrl': 'Још'}, ") + "]")))
                .containsExactly("/additionalHours too-many");
    }

    @Test
    void theTextsOfARegimeAreCheckedAndItsHoursToo() throws Exception {
        String regime =
                "{'label': {'en': 'Advice'}, 'note': {'sr-Cyrl': 'Прво.\\nДруго.'}, 'timezone': 'Europe/Belgrade',"
                        + " 'publicHolidays': 'same'}";
        String hours =
                ", 'hours': " + regime("'label': {'sr-Cyrl': '123'}, ") + ", 'additionalHours': [" + regime + "]";

        assertThat(errors(channel("phone", "063 610 590", hours)))
                .containsExactlyInAnyOrder(
                        "/hours/label/sr-Cyrl no-letter",
                        "/additionalHours/0 hours-empty",
                        "/additionalHours/0/label language-missing",
                        "/additionalHours/0/note/sr-Cyrl more-than-one-line");
    }
}
