package org.putokaz.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.problem.Message;
import org.putokaz.problem.ProblemException;

class QueryParameterParserTest {

    private static Message violation(ThrowingCallable parsing) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, parsing);
        assertThat(refused).isNotNull();
        assertThat(refused.violations().get(0).location()).isEqualTo("p");
        return refused.violations().get(0).reason();
    }

    @Test
    void aNumberHasBothItsBounds() {
        assertThat(QueryParameterParser.number("p", "1", 1, 100, 20)).isEqualTo(1);
        assertThat(QueryParameterParser.number("p", "100", 1, 100, 20)).isEqualTo(100);
        assertThat(QueryParameterParser.number("p", null, 1, 100, 20)).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "+1", "1e3", "1.0", " 1", "abc", "0x1", "99999999999999999999", "١"})
    void anythingElseIsNoNumber(String raw) {
        assertThat(violation(() -> QueryParameterParser.number("p", raw, 1, 100, 20)))
                .isEqualTo(Message.of("not-a-number-between", 1, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRUE", "1", "yes", " true", "maybe"})
    void aFlagIsTrueOrFalse(String raw) {
        assertThat(QueryParameterParser.flag("p", "true")).isTrue();
        assertThat(QueryParameterParser.flag("p", "false")).isFalse();
        assertThat(violation(() -> QueryParameterParser.flag("p", raw)).arguments())
                .containsExactly("true, false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1abc",
                "01a20a8f_f164_784f_8978_7991cf34943f",
                "01a20a8ff164784f89787991cf34943f",
                "1-1-1-1-1",
                "{01a20a8f-f164-784f-8978-7991cf34943f}",
                " 01a20a8f-f164-784f-8978-7991cf34943f"
            })
    void anIdIsAWholeUuid(String raw) {
        assertThat(violation(() -> QueryParameterParser.id("p", raw)).code()).isEqualTo("not-an-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01a20a8f-f164-784f-8978-7991cf34943f", "01A20A8F-F164-784F-8978-7991cf34943F"})
    void anIdIsReadInEitherCase(String raw) {
        assertThat(QueryParameterParser.id("p", raw)).hasToString("01a20a8f-f164-784f-8978-7991cf34943f");
    }

    @Test
    void idsAreReadOnceEachUpToAHundred() {
        String id = "01a20a8f-f164-784f-8978-7991cf34943";
        assertThat(QueryParameterParser.ids("p", id + "F," + id + "a," + id + "f"))
                .extracting(UUID::toString)
                .containsExactly(id + "a", id + "f");
        assertThat(QueryParameterParser.ids("p", null)).isNull();
        assertThat(QueryParameterParser.ids("p", String.join(",", Collections.nCopies(100, id + "a"))))
                .hasSize(1);
        assertThat(violation(() -> QueryParameterParser.ids("p", String.join(",", Collections.nCopies(101, id + "a")))))
                .isEqualTo(Message.of("too-many-values", 100, 101));
        for (String raw : List.of(id + "a,", "," + id + "a", id + "a, " + id + "b", id + "a;" + id + "b")) {
            assertThat(violation(() -> QueryParameterParser.ids("p", raw)).code())
                    .isEqualTo("not-an-id");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2004, 2004-01-01, 2004-12-31",
        "2012-07, 2012-07-01, 2012-07-31",
        "2012-02, 2012-02-01, 2012-02-29",
        "2013-02, 2013-02-01, 2013-02-28",
        "2012-04-13, 2012-04-13, 2012-04-13",
        "0000, 0000-01-01, 0000-12-31"
    })
    void aMonthOrYearIsItsFirstAndItsLastDay(String raw, LocalDate first, LocalDate last) {
        assertThat(QueryParameterParser.firstDay("p", raw)).isEqualTo(first);
        assertThat(QueryParameterParser.lastDay("p", raw)).isEqualTo(last);
        assertThat(QueryParameterParser.firstDay("p", null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2012-13, no-such-month",
        "2012-00, no-such-month",
        "2012-02-30, no-such-day",
        "12, not-a-day-month-or-year",
        "2012-7, not-a-day-month-or-year",
        "07.2012, not-a-day-month-or-year",
        "2012-, not-a-day-month-or-year",
        "+2012, not-a-day-month-or-year",
        "12012, not-a-day-month-or-year",
        "201207, not-a-day-month-or-year"
    })
    void aMonthOrYearExistsAndHasOneSpelling(String raw, String reason) {
        assertThat(violation(() -> QueryParameterParser.firstDay("p", raw)).code())
                .isEqualTo(reason);
        assertThat(violation(() -> QueryParameterParser.lastDay("p", raw)).code())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"en, en", "EN-gb, en-GB", "sr-latn, sr-Latn", "*, *"})
    void aLanguageRangeIsInCanonicalCase(String raw, String range) {
        assertThat(QueryParameterParser.languageRange("p", raw)).isEqualTo(range);
    }

    @ParameterizedTest
    @ValueSource(strings = {"english", "e", "en-", "en_GB", "en-*", "*-GB", "**", "en%", "en,sr", "-", "sr-Latn-"})
    void aLanguageRangeThatNoTagMatchesIsRefused(String raw) {
        assertThat(violation(() -> QueryParameterParser.languageRange("p", raw)).code())
                .isEqualTo("invalid-language-range");
    }

    @Test
    void aLeapDayExistsInALeapYear() {
        assertThat(QueryParameterParser.day("p", "2012-02-29")).isEqualTo(LocalDate.of(2012, 2, 29));
    }

    @ParameterizedTest
    @CsvSource({
        "2011-02-29, no-such-day",
        "2012-13-01, no-such-day",
        "0000-00-00, no-such-day",
        "2012-04-31, no-such-day",
        "12.04.2012, not-a-day",
        "2012-4-1, not-a-day",
        "2012, not-a-day",
        "+2012-01-01, not-a-day",
        "12012-01-01, not-a-day",
        "2012-01-01T00:00:00Z, not-a-day"
    })
    void aDayExistsAndHasOneSpelling(String raw, String reason) {
        assertThat(violation(() -> QueryParameterParser.day("p", raw)).code()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "a,c", "a,a", "a,", ",a", ",", "a, b", "A"})
    void namesComeFromTheListAndEachOnce(String raw) {
        assertThat(QueryParameterParser.names("p", "b,a", List.of("a", "b"))).containsExactly("b", "a");
        assertThat(violation(() -> QueryParameterParser.names("p", raw, List.of("a", "b"))))
                .isEqualTo(Message.of("not-some-of", "a, b"));
    }
}
