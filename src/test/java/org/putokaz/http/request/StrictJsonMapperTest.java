package org.putokaz.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.common.WireEnum;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.Violation;

/** A value of the wrong type is named with its place, with what was read and with what is wanted. */
class StrictJsonMapperTest {

    private static final MessageCatalogue MESSAGES = new MessageCatalogue(
            new LanguagePolicy(Language.SR_CYRL, List.of(Language.SR_CYRL, Language.SR_LATN, Language.EN), Map.of()));

    enum Colour implements WireEnum {
        RED,
        DARK_BLUE
    }

    record Code(String text) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Code of(String text) {
            return new Code(text);
        }
    }

    record Item(List<UUID> ids, @Nullable LocalDate day) {

        Item {
            ids = ids == null ? List.of() : List.copyOf(ids);
        }
    }

    record Body(
            @Nullable String text,
            @Nullable LocalDate day,
            @Nullable Instant at,
            @Nullable UUID id,
            @Nullable Colour colour,
            @Nullable Boolean flag,
            int count,
            @Nullable Long size,
            @Nullable BigDecimal share,
            @Nullable Language language,
            @Nullable LocalisedText name,
            @Nullable Code code,
            @Nullable Map<String, String> labels,
            List<Item> items,

            @JsonSetter(contentNulls = Nulls.FAIL) List<Language> languages) {

        Body {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    private static Violation violation(String json) {
        JsonNode tree = JsonBodyReader.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        return catchThrowableOfType(
                        StrictJsonMapper.MismatchException.class, () -> StrictJsonMapper.convert(tree, Body.class))
                .violation();
    }

    private static String text(Violation violation) {
        return MESSAGES.text(violation.reason(), Language.EN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'text': 5} | /text | Read: 5. Wanted: a text (in quotation marks).
            {'text': true} | /text | Read: true. Wanted: a text (in quotation marks).
            {'text': {}} | /text | Read: {}. Wanted: a text (in quotation marks).
            {'day': '30.11.2026'} | /day | Read: "30.11.2026". Wanted: a date such as 2026-11-30.
            {'day': '2026-11-31'} | /day | Read: "2026-11-31". Wanted: a date such as 2026-11-30.
            {'day': '2026-01-01T10:00:00Z'} | /day | Read: "2026-01-01T10:00:00Z". Wanted: a date such as 2026-11-30.
            {'day': 20261130} | /day | Read: 20261130. Wanted: a date such as 2026-11-30.
            {'at': 'сутра'} | /at | Read: "сутра". Wanted: a date and time with offset, such as 2026-11-24T09:00:00Z or 2026-11-24T10:00:00+01:00.
            {'at': 1800000000} | /at | Read: 1800000000. Wanted: a date and time with offset, such as 2026-11-24T09:00:00Z or 2026-11-24T10:00:00+01:00.
            {'id': 'x'} | /id | Read: "x". Wanted: an id such as 01a20a8f-f164-784f-8978-7991cf34943f.
            {'id': 7} | /id | Read: 7. Wanted: an id such as 01a20a8f-f164-784f-8978-7991cf34943f.
            {'colour': 'green'} | /colour | Read: "green". Wanted: one of red, dark-blue.
            {'colour': 'DARK_BLUE'} | /colour | Read: "DARK_BLUE". Wanted: one of red, dark-blue.
            {'colour': 1} | /colour | Read: 1. Wanted: one of red, dark-blue.
            {'flag': 'false'} | /flag | Read: "false". Wanted: true or false (without quotation marks).
            {'flag': 0} | /flag | Read: 0. Wanted: true or false (without quotation marks).
            {'count': '3'} | /count | Read: "3". Wanted: a whole number up to 2147483647 (without quotation marks).
            {'count': 3.5} | /count | Read: 3.5. Wanted: a whole number up to 2147483647 (without quotation marks).
            {'count': 3000000000} | /count | Read: 3000000000. Wanted: a whole number up to 2147483647 (without quotation marks).
            {'size': []} | /size | Read: []. Wanted: a whole number up to 9223372036854775807 (without quotation marks).
            {'share': 'x'} | /share | Read: "x". Wanted: a number (without quotation marks).
            {'language': 3} | /language | Read: 3. Wanted: the tag of a language, such as sr-Cyrl or en.
            {'name': 'Центар'} | /name | Read: "Центар". Wanted: an object with the text in each language, by language tag.
            {'name': {'sr-Cyrl': 3}} | /name/sr-Cyrl | Read: 3. Wanted: a text (in quotation marks).
            {'code': 3} | /code | Read: 3. Wanted: a text (in quotation marks).
            {'labels': ['a']} | /labels | Read: […]. Wanted: an object (in curly brackets).
            {'items': {'a': 1}} | /items | Read: {…}. Wanted: a list (in square brackets).
            {'items': ['a']} | /items/0 | Read: "a". Wanted: an object (in curly brackets).
            {'items': [null]} | /items/0 | Read: null. Wanted: a value, not null.
            {'items': [{}, {'ids': ['x']}]} | /items/1/ids/0 | Read: "x". Wanted: an id such as 01a20a8f-f164-784f-8978-7991cf34943f.
            {'items': [{}, {'ids': ['01a20a8f-f164-784f-8978-7991cf34943f', null]}]} | /items/1/ids/1 | Read: null. Wanted: a value, not null.
            {'items': [{'day': ''}]} | /items/0/day | Read: "". Wanted: a date such as 2026-11-30.
            {'languages': ['en', null]} | /languages/1 | Read: null. Wanted: the tag of a language, such as sr-Cyrl or en.
            [] | `` | Read: []. Wanted: an object (in curly brackets).
            5 | `` | Read: 5. Wanted: an object (in curly brackets).
            """)
    void whatWasReadAndWhatIsWantedIsSaid(String json, String pointer, String message) {
        Violation violation = violation(json);

        assertThat(violation.reason().code()).isEqualTo("wrong-type");
        assertThat(violation.location()).isEqualTo(pointer);
        assertThat(text(violation)).isEqualTo(message);
    }

    @Test
    void aLongValueIsShortened() {
        String shown = "📞".repeat(WrongTypeViolation.MAX_SHOWN_LENGTH);

        assertThat(text(violation("{'day': '" + shown + "x'}"))).startsWith("Read: \"" + shown + "…\". ");
        assertThat(text(violation("{'day': '" + "a".repeat(500_000) + "'}"))).hasSizeLessThan(100);
        assertThat(text(violation("{'day': {'a': '" + "a".repeat(500_000) + "'}}")))
                .startsWith("Read: {…}. ");
    }

    @Test
    void theMessageIsInEachLanguage() {
        assertThat(MESSAGES.text(violation("{'day': '2026'}").reason(), Language.SR_LATN))
                .isEqualTo("Pročitano: \"2026\". Potrebno: datum, na primer 2026-11-30.");
    }
}
