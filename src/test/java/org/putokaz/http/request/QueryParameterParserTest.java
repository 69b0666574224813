package org.putokaz.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
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
                "01A20A8F-F164-784F-8978-7991CF34943F",
                "01a20a8ff164784f89787991cf34943f",
                "1-1-1-1-1",
                "{01a20a8f-f164-784f-8978-7991cf34943f}",
                " 01a20a8f-f164-784f-8978-7991cf34943f"
            })
    void anIdHasOneSpelling(String raw) {
        assertThat(violation(() -> QueryParameterParser.id("p", raw)).code()).isEqualTo("not-an-id");
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
