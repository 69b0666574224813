package org.putokaz.live.family;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.locale.Language;
import org.putokaz.problem.Violation;

/** Violations in contents, with their pointers and codes, which editors and their tools rely on. */
@DatabaseTest
class ContentRulesTest {

    private static final UUID UNIT = UUID.fromString(Center.CENTER);
    private static final UUID STEP = Publishing.newId();
    private static final String SCRIPT = "[овде](javascript:alert%281%29)";

    @Inject
    ScratchEntries scratch;

    @Inject
    ContentFamilyRegistry families;

    @Inject
    MessageCatalogue messages;

    @AfterEach
    void clear() {
        scratch.withdrawAll();
    }

    private static Arguments of(String family, String content, String... violations) {
        return Arguments.of(family, content, List.of(violations));
    }

    private static Arguments unit(String more, String... violations) {
        return of(ScratchEntries.UNITS, ScratchEntries.unit(more), violations);
    }

    private static Arguments event(String more, String... violations) {
        return of(ScratchEntries.EVENTS, ScratchEntries.event(more), violations);
    }

    private static Arguments phone(String more, String... violations) {
        return of(ScratchEntries.CHANNELS, ScratchEntries.channel(UNIT, "phone", "011 123 4567", more), violations);
    }

    private static Arguments value(String kind, String value, String violation) {
        return of(ScratchEntries.CHANNELS, ScratchEntries.channel(UNIT, kind, value), violation);
    }

    private static Arguments step(String more, String... violations) {
        return of(ScratchEntries.GUIDES, ScratchEntries.guide(ScratchEntries.step(STEP, "korak", more)), violations);
    }

    private static String cyrillic(String text) {
        return "{'sr-Cyrl': '" + text + "'}";
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                of(ScratchEntries.UNITS, "{}", "/name required", "/kind required"),
                unit("'name': {'en': 'Only English'}", "/name language-missing"),
                unit("'name': {}", "/name language-missing"),
                unit("'name': {'sr-Cyrl': ' '}", "/name blank-translation"),
                unit("'name': {'sr-Cyrl': null}", "/name blank-translation"),
                unit("'name': {'sr-Cyrl': 'А', 'SR-CYRL': 'Б'}", "/name repeated-language"),
                unit("'name': {'sr-Cyrl': 'А', 'српски': 'Б'}", "/name invalid-language-tag"),
                unit("'name': 'Канцеларија'", "/name wrong-type"),
                unit("'name': " + cyrillic("123"), "/name/sr-Cyrl no-letter", "/name/sr-Latn no-letter"),
                unit("'name': {'sr-Cyrl': 'Служба', 'en': '????????'}", "/name/en letters-lost", "/name/en no-letter"),
                unit("'name': {'sr-Cyrl': 'Служба', 'en': 'Za?tita'}", "/name/en letters-lost"),
                unit("'name': {'sr-Cyrl': 'Служба', 'en': 'Ð¦ÐµÐ½'}", "/name/en wrong-encoding"),
                event("'body': {'sr-Cyrl': 'Текст.', 'en': 'Service ?????? ??'}", "/body/en letters-lost"),
                step("'body': {'sr-Cyrl': 'Текст.', 'en': 'Öåíòàð'}", "/steps/0/body/en wrong-encoding"),
                unit("'name': " + cyrillic("а".repeat(301)), "/name/sr-Cyrl too-long", "/name/sr-Latn too-long"),
                unit(
                        "'description': " + cyrillic("а".repeat(20_001)),
                        "/description/sr-Cyrl too-long",
                        "/description/sr-Latn too-long"),
                unit(
                        "'name': " + cyrillic("Прва\\nДруга"),
                        "/name/sr-Cyrl more-than-one-line",
                        "/name/sr-Latn more-than-one-line"),
                unit("'name': {'sr-Cyrl': 'Прва', 'en': 'First\\n'}", "/name/en more-than-one-line"),
                unit("'name': {'sr-Cyrl': 'Прва', 'en': 'A\\u0007B'}", "/name/en control-character"),
                unit("'name': {'sr-Cyrl': 'Прва', 'en': 'A\\u0000B'}", "/name/en control-character"),
                unit("'name': {'sr-Cyrl': 'Прва', 'en': 'A\\uD800B'}", "/name/en control-character"),
                unit("'name': {'sr-Cyrl': 'Прва', 'sr-Latn': 'S\\u030Cabac'}", "/name/sr-Latn not-nfc"));
    }

    static Stream<Arguments> prose() {
        return Stream.of(
                unit(
                        "'description': {'sr-Cyrl': 'Текст.', 'en': 'A <b>bold</b> word'}",
                        "/description/en raw-html",
                        "/description/en raw-html"),
                unit(
                        "'description': {'sr-Cyrl': 'Текст.', 'en': '<script>alert(1)</script>'}",
                        "/description/en raw-html"),
                unit(
                        "'accessibility': {'sr-Cyrl': 'Текст.', 'en': 'A <!-- comment -->'}",
                        "/accessibility/en raw-html"),
                unit(
                        "'description': " + cyrillic(SCRIPT),
                        "/description/sr-Cyrl link-not-allowed",
                        "/description/sr-Latn link-not-allowed"),
                event("'body': {'sr-Cyrl': 'Текст.', 'en': '[here](JaVa\\tScRiPt:alert)'}"),
                event(
                        "'body': {'sr-Cyrl': 'Текст.', 'en': '[here](<java script:alert>)'}",
                        "/body/en link-not-allowed"),
                event(
                        "'body': {'sr-Cyrl': 'Текст.', 'en': '[here](&#106;avascript:alert)'}",
                        "/body/en link-not-allowed"),
                event(
                        "'body': {'sr-Cyrl': 'Текст.', 'en': '[here](data:text/html;base64,AAAA)'}",
                        "/body/en link-not-allowed"),
                event("'body': {'sr-Cyrl': 'Текст.', 'en': '[here](//evil.example)'}", "/body/en link-not-allowed"),
                event("'body': {'sr-Cyrl': 'Текст.', 'en': '<javascript:alert>'}", "/body/en link-not-allowed"),
                event(
                        "'body': {'sr-Cyrl': 'Текст.', 'en': '![a](https://example.rs/a.png)'}",
                        "/body/en image-in-prose"),
                event(
                        "'body': {'sr-Cyrl': 'Текст.', 'en': '[a]\\n\\n[a]: https://example.rs'}",
                        "/body/en reference-link"));
    }

    static Stream<Arguments> units() {
        return Stream.of(
                unit("'colour': 'red'", "/colour unknown-field"),
                unit("'kind': 'castle'", "/kind wrong-type"),
                unit("'sortOrder': '1'", "/sortOrder wrong-type"),
                unit("'sortOrder': 1.5", "/sortOrder wrong-type"),
                unit("'confidentialLocation': 'yes'", "/confidentialLocation wrong-type"),
                unit("'parent': 'not-an-id'", "/parent wrong-type"),
                unit("'established': '2012-02-30'", "/established date-does-not-exist"),
                unit("'established': '13.04.2012'", "/established date-not-edtf"),
                unit("'established': '2012', 'dissolved': '2011'", "/dissolved dissolved-before-established"),
                unit("'areaServed': [{}]", "/areaServed/0/name required"),
                unit(
                        "'areaServed': [{'scheme': 'rs-district', 'code': '06'}]",
                        "/areaServed/0/code area-code-not-known"),
                unit("'areaServed': [{'scheme': 'rs-district'}]", "/areaServed/0/code required"),
                unit("'areaServed': [{'code': 'RS'}]", "/areaServed/0/scheme required"),
                unit("'areaServed': [{'scheme': 'district', 'code': 'RS-06'}]", "/areaServed/0/scheme wrong-type"),
                unit(
                        "'areaServed': [{'scheme': 'rs-district', 'code': 'RS-06', 'name': {'sr-Cyrl': 'Бачка'}}]",
                        "/areaServed/0/name area-name-known"),
                unit(
                        "'areaServed': [{'scheme': 'iso-3166-1', 'code': 'RS'}, {'scheme': 'iso-3166-1', 'code': 'RS'}]",
                        "/areaServed repeated"),
                unit("'formerNames': [{}]", "/formerNames/0/name required"),
                unit("'formerNames': [null]", "/formerNames/0 wrong-type"),
                unit(
                        "'formerNames': [{'name': {'sr-Cyrl': 'Завод'}, 'from': '1990.'}]",
                        "/formerNames/0/from date-not-edtf"),
                unit(
                        "'dissolved': '2012', 'formerNames': [{'name': {'sr-Cyrl': 'Завод'}, 'from': '2013', 'until': '2012'}]",
                        "/formerNames/0/until to-before-from",
                        "/formerNames/0/from name-after-dissolution"),
                unit(
                        "'identifiers': [{'scheme': 'rs-mb', 'value': '1'}, {'scheme': 'rs-pib', 'value': '101134703'},"
                                + " {'scheme': 'PIB', 'value': ' '}, {'scheme': 'rs-mb', 'value': '07012345'}]",
                        "/identifiers/0/value identifier-not-digits",
                        "/identifiers/1/value identifier-check-digit",
                        "/identifiers/2/scheme not-a-scheme",
                        "/identifiers/2/value not-an-identifier",
                        "/identifiers/3/scheme scheme-repeated"),
                unit("'identifiers': [{'scheme': 'rs-mb', 'value': 17162543}]", "/identifiers/0/value wrong-type"),
                unit(
                        "'attachments': [{'url': 'http://example.rs/a.pdf', 'mediaType': 'pdf', 'bytes': 0}]",
                        "/attachments/0/url web-not-encrypted",
                        "/attachments/0/mediaType not-a-media-type",
                        "/attachments/0/title required",
                        "/attachments/0/bytes not-a-number-between"),
                unit("'attachments': [{'language': 'српски'}]", "/attachments/0/language invalid-language-tag"),
                unit("'attachments': [{'bytes': 1.5}]", "/attachments/0/bytes wrong-type"),
                unit("'predecessors': ['" + UNIT + "', '" + UNIT + "']", "/predecessors repeated"),
                unit("'languages': ['sr', 'sr']", "/languages repeated"),
                unit("'languages': ['serbian language']", "/languages/0 invalid-language-tag"),
                unit("'legalBasis': [{}]", "/legalBasis/0/title required"),
                unit("'legalBasis': [{'title': {'en': 'Act'}}]", "/legalBasis/0/title language-missing"),
                unit(
                        "'legalBasis': [{'title': {'sr-Cyrl': 'Акт'}, 'url': 'ftp://example.rs'}]",
                        "/legalBasis/0/url not-a-web-address"),
                unit(
                        "'legalBasis': [{'title': {'sr-Cyrl': 'Акт'}, 'url': 'https://me:pw@example.rs'}]",
                        "/legalBasis/0/url not-a-web-address"),
                unit("'legalBasis': [{'title': {'sr-Cyrl': 'Акт'}, 'date': '2012'}]", "/legalBasis/0/date wrong-type"),
                unit("'address': {}", "/address/city required"),
                unit(
                        "'address': {'city': {'sr-Cyrl': 'Београд'}, 'country': 'XX', 'postalCode': 'пет'}",
                        "/address/country not-a-country",
                        "/address/postalCode not-a-postal-code"),
                unit(
                        "'address': {'city': {'sr-Cyrl': 'Београд'}, 'postalCode': 11000}",
                        "/address/postalCode wrong-type"),
                unit("'location': {'latitude': 90.1, 'longitude': 0}", "/location not-on-earth"),
                unit("'location': {'latitude': 0, 'longitude': -180.1}", "/location not-on-earth"));
    }

    static Stream<Arguments> events() {
        return Stream.of(
                of(ScratchEntries.EVENTS, "{}", "/date required", "/title required", "/category required"),
                event("'date': '2012-04-13T10:00'", "/date date-with-time-not-supported"),
                event("'date': 2012", "/date wrong-type"),
                event("'sources': [{}]", "/sources/0/title required"),
                event(
                        "'sources': [{'title': {'sr-Cyrl': 'Извор'}, 'url': 'javascript:alert(1)'}]",
                        "/sources/0/url not-a-web-address"),
                event(
                        "'attachments': [{'url': 'ftp://example.rs', 'mediaType': 'a/b', 'title': {'sr-Cyrl': 'Летак'}}]",
                        "/attachments/0/url not-a-web-address"),
                event("'units': ['" + UNIT + "', '" + UNIT + "']", "/units repeated"),
                event(
                        "'units': [" + ("'" + UNIT + "',").repeat(101).replaceAll(",$", "") + "]",
                        "/units too-many",
                        "/units repeated"));
    }

    static Stream<Arguments> channels() {
        return Stream.of(
                of(
                        ScratchEntries.CHANNELS,
                        "{'rank': 1}",
                        "/unit required",
                        "/kind required",
                        "/value required",
                        "/label required",
                        "/purposes required"),
                value("phone", "О63 610 590", "/value phone-not-a-number"),
                value("phone", "063 610 59O", "/value phone-not-a-number"),
                value("phone", "063 610", "/value phone-not-valid-for-region"),
                value("phone", "+381 116 006", "/value phone-short-code-with-prefix"),
                value("sms", "63 610 590", "/value phone-trunk-prefix-missing"),
                value("email", "centаr@centarzztlj.rs", "/value email-mixed-script"),
                value("email", "centar@centarzztlj", "/value email-unknown-top-level-domain"),
                value("email", "Центар <centar@centarzztlj.rs>", "/value email-stray-character"),
                value("web", "http://example.rs", "/value web-not-encrypted"),
                value("social", "javascript:alert(1)", "/value web-not-https"),
                value("chat", "https://me:pw@example.rs", "/value web-userinfo"),
                value("phone", "011/26 50 329/330", "/value phone-shortened-number"),
                value("phone", "011 785 0000/101", "/value phone-digits-after-number"),
                value("sms", "063 610 590, 064 123 4567", "/value phone-two-numbers"),
                value("phone", "38163610590", "/value phone-plus-missing"),
                value("phone", "2650-329", "/value phone-area-code-missing"),
                value("phone", "011 36123", "/value phone-length-of-area"),
                value("fax", "2650-329", "/value phone-area-code-missing"),
                value("text-relay", "38163610590", "/value phone-plus-missing"),
                value("post", " ", "/value not-a-place"),
                value("post", "Ulica ?or?a Va?ingtona 5", "/value letters-lost"),
                value("post", "11000", "/value place-without-a-name"),
                value("in-person", "к", "/value place-without-a-name"),
                of(
                        ScratchEntries.CHANNELS,
                        ScratchEntries.channel(UNIT, "phone", "0900 123 456", "'tollFree': true"),
                        "/tollFree toll-free-premium-number"),
                of(ScratchEntries.CHANNELS, ScratchEntries.channel(UNIT, "phone", "0800 222 003", "'tollFree': true")),
                phone("'lastVerified': '2026-01-01', 'verifyEvery': 30"),
                value("in-person", "Прва\\nДруга", "/value not-a-place"),
                of(
                        ScratchEntries.CHANNELS,
                        ScratchEntries.channel(UNIT, "phone", "", "'value': 116006"),
                        "/value wrong-type"),
                phone("'rank': -1", "/rank not-a-number-between"),
                phone("'verifyEvery': 0, 'lastVerified': '2026-01-01'", "/verifyEvery not-a-number-between"),
                phone("'verifyEvery': 30", "/lastVerified required"),
                phone("'lastVerified': '+999999999-12-31', 'verifyEvery': 30", "/lastVerified not-a-day"),
                phone("'lastVerified': '2026-01-01T10:00:00Z'", "/lastVerified wrong-type"),
                phone("'availableFrom': ''", "/availableFrom wrong-type"),
                phone(
                        "'availableFrom': '2026-02-01', 'availableUntil': '2026-01-31'",
                        "/availableUntil to-before-from"),
                phone("'purposes': ['general', 'general']", "/purposes repeated"),
                phone("'purposes': ['fun']", "/purposes/0 wrong-type"),
                phone("'purposes': []", "/purposes required"),
                phone("'tollFree': 'true'", "/tollFree wrong-type"));
    }

    private static Arguments hours(String hours, String... violations) {
        return phone("'hours': {'timezone': 'Europe/Belgrade', " + hours + "}", violations);
    }

    static Stream<Arguments> hours() {
        String monday = "{'days': ['monday'], 'opens': '08:00', 'closes': '16:00'}";
        return Stream.of(
                hours("'publicHolidays': 'same'", "/hours hours-empty"),
                hours("'weekly': [" + monday + "]", "/hours/publicHolidays hours-holidays-missing"),
                hours(
                        "'weekly': [" + monday + ", " + monday + "], 'publicHolidays': 'same'",
                        "/hours/weekly/1 hours-intervals-overlap"),
                hours(
                        "'weekly': [{'days': ['monday'], 'opens': '25:00', 'closes': '16:00'}]",
                        "/hours/weekly/0/opens time-not-hh-mm"),
                hours(
                        "'weekly': [{'days': ['someday'], 'opens': '08:00', 'closes': '16:00'}]",
                        "/hours/weekly/0/days/0 weekday-unknown"),
                hours("'weekly': [{'days': ['monday'], 'opens': '08:00'}]", "/hours/weekly/0 hours-time-missing"),
                hours("'alwaysOpen': true, 'weekly': [" + monday + "]", "/hours/weekly hours-always-open-with-weekly"),
                hours("'alwaysOpen': true, 'publicHolidays': 'perhaps'", "/hours/publicHolidays holiday-rule-unknown"),
                hours(
                        "'alwaysOpen': true, 'exceptions': [{'from': '2026-12-24', 'to': '2026-12-23', 'intervals': []}]",
                        "/hours/exceptions/0/to hours-exception-reversed"),
                hours(
                        "'alwaysOpen': true, 'exceptions': [{'from': '2026-12-24', 'to': '2026-12-24', 'label':"
                                + " {'en': 'Eve'}}]",
                        "/hours/exceptions/0/label language-missing"),
                hours("'alwaysOpen': true, 'languages': ['sq']", "/hours/languages/0 hours-language-not-of-channel"),
                hours(
                        "'weekly': [" + monday + "], 'publicHolidays': 'closed', 'holidayIntervals':"
                                + " [{'opens': '10:00', 'closes': '12:00'}]",
                        "/hours/publicHolidays hours-holidays-twice"),
                hours(
                        "'alwaysOpen': true, 'holidayIntervals': [{'opens': '10:00'}]",
                        "/hours/holidayIntervals/0 hours-time-missing"),
                hours("'alwaysOpen': true, 'byAppointment': 'yes'", "/hours/byAppointment wrong-type"),
                phone(
                        "'additionalHours': [{'label': {'sr-Cyrl': 'Савет'}}]",
                        "/hours hours-main-missing",
                        "/additionalHours/0/timezone hours-timezone-missing",
                        "/additionalHours/0 hours-empty",
                        "/additionalHours/0/publicHolidays hours-holidays-missing"),
                phone("'additionalHours': {}", "/additionalHours wrong-type"),
                phone(
                        "'hours': {'timezone': 'Serbia/Nis', 'alwaysOpen': true}",
                        "/hours/timezone hours-timezone-unknown"));
    }

    static Stream<Arguments> guides() {
        String again = ScratchEntries.step(STEP, "korak");
        return Stream.of(
                of(ScratchEntries.GUIDES, "{}", "/title required", "/audience required", "/steps required"),
                of(
                        ScratchEntries.GUIDES,
                        ScratchEntries.guide("{}"),
                        "/steps/0/id required",
                        "/steps/0/slug required",
                        "/steps/0/title required",
                        "/steps/0/body required"),
                of(
                        ScratchEntries.GUIDES,
                        ScratchEntries.guide(again + ", " + again),
                        "/steps/1/slug repeated",
                        "/steps/1/id repeated"),
                step("'slug': 'Корак'", "/steps/0/slug not-a-slug"),
                of(
                        ScratchEntries.GUIDES,
                        ScratchEntries.guide(again, "'attachments': [{}]"),
                        "/attachments/0/url required",
                        "/attachments/0/mediaType required",
                        "/attachments/0/title required"),
                step("'kind': 'danger'", "/steps/0/kind wrong-type"),
                step("'slug': 'tree'", "/steps/0/slug slug-reserved"),
                step("'title': {'sr-Cyrl': 'Прва', 'en': 'a\\nb'}", "/steps/0/title/en more-than-one-line"),
                step("'body': {'sr-Cyrl': 'Текст.', 'en': '<i>x'}", "/steps/0/body/en raw-html"),
                step(
                        "'contactChannels': ['" + Center.PHONE + "', '" + Center.PHONE + "']",
                        "/steps/0/contactChannels repeated"));
    }

    @ParameterizedTest
    @MethodSource({"texts", "prose", "units", "events", "channels", "hours", "guides"})
    void anInvalidContentIsRejectedWithPointersAndCodes(String family, String content, List<String> expected) {
        List<Violation> found = violations(family, ScratchEntries.slug("pravilo"), content);
        assertThat(found.stream().map(ScratchEntries::describe)).containsExactlyInAnyOrderElementsOf(expected);
        for (Violation violation : found) {
            for (Language language : List.of(Language.EN, Language.SR_CYRL, Language.SR_LATN)) {
                assertThat(messages.text(violation.reason(), language))
                        .isNotBlank()
                        .doesNotContain("{0}", violation.reason().code());
            }
        }
    }

    private List<Violation> violations(String family, String slug, String content) {
        ContentFamily<?> named = families.get(family);
        try {
            ContentParser.parse(new ObjectMapper().readTree(content.replace('\'', '"')), named.contentType());
        } catch (ContentParser.UnreadableContentException unreadable) {
            return List.of(unreadable.violation());
        } catch (java.io.IOException notJson) {
            throw new IllegalArgumentException(content, notJson);
        }
        UUID id = Publishing.newId();
        try {
            scratch.publish(family, id, slug, content);
            return List.of();
        } catch (PublicationRejectedException rejected) {
            assertThat(rejected.violations()).containsOnlyKeys(id);
            return rejected.violations().get(id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "a-", "-a", "a--b", "Velika", "ћирилица", "a b", "a/b", "a.b", "a%20b", "š", "a\n"})
    void aSlugIsPlain(String slug) {
        assertThat(violations(ScratchEntries.EVENTS, slug, ScratchEntries.event()).stream()
                        .map(ScratchEntries::describe))
                .containsExactly("/slug not-a-slug");
    }

    @Test
    void aSlugIsNotTooLong() {
        String longest = ScratchEntries.slug("a".repeat(90));
        assertThat(violations(ScratchEntries.EVENTS, longest, ScratchEntries.event()))
                .isEmpty();
        assertThat(violations(ScratchEntries.EVENTS, "a".repeat(101), ScratchEntries.event()).stream()
                        .map(ScratchEntries::describe))
                .containsExactly("/slug not-a-slug");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tree", "open-now", "01a20a8f-f164-784f-8978-7991cf34943f"})
    void aSlugIsNoWordThatMeansSomethingElseInAPath(String slug) {
        assertThat(violations(ScratchEntries.UNITS, slug, ScratchEntries.unit()).stream()
                        .map(ScratchEntries::describe))
                .containsExactly("/slug slug-reserved");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'description': {'sr-Cyrl': 'Текст.', 'en': 'Write to <pomoc@example.rs> or [call](tel:+38163610590)'}",
                "'description': {'sr-Cyrl': '[Пут](/api/v1) и [место](#ovde) и `<b>`'}",
                "'description': {'sr-Cyrl': 'Ред\\n\\n- један\\n- два'}",
                "'name': {'sr-Cyrl': 'Име', 'hu': 'Név'}",
                "'location': {'latitude': -90, 'longitude': 180}",
                "'established': '2012/..', 'dissolved': '2012~'"
            })
    void aValidContentIsPublished(String more) {
        assertThat(violations(ScratchEntries.UNITS, ScratchEntries.slug("valjano"), ScratchEntries.unit(more)))
                .isEmpty();
    }
}
