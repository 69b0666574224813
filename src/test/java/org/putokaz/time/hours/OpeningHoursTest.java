package org.putokaz.time.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.problem.InvalidValueException;

class OpeningHoursTest {

    /** Leaves out what is empty, as the store does. */
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"label\":{\"en\":\"Advice\",\"sr-Cyrl\":\"Савет\"},\"note\":{\"sr-Cyrl\":\"Уз најаву\"},\"languages\":[\"sq\"],"
                        + "\"byAppointment\":true,"
            })
    void hoursReadAndWriteTheSameJson(String regime) throws Exception {
        String text = "{" + regime
                + """
                "timezone":"Europe/Belgrade","alwaysOpen":false,\
                "weekly":[{"days":["monday","sunday"],"opens":"08:00","closes":"00:00"}],\
                "publicHolidays":"closed",\
                %s"exceptions":[{"from":"2026-12-24","to":"2026-12-31",\
                "intervals":[{"opens":"09:00","closes":"12:30"}],\
                "label":{"en":"Short days","sr-Cyrl":"Скраћено","sr-Latn":"Skraćeno"}}]}""".formatted(
                        regime.isEmpty() ? "" : "\"holidayIntervals\":[{\"opens\":\"10:00\",\"closes\":\"12:00\"}],");

        assertThat(json.writeValueAsString(json.readValue(text, OpeningHours.class)))
                .isEqualTo(text);
    }

    @Test
    void whatIsLeftOutIsEmptyAndNeverNull() throws Exception {
        OpeningHours hours = json.readValue("{}", OpeningHours.class);

        assertThat(hours.weekly()).isEmpty();
        assertThat(hours.exceptions()).isEmpty();
        assertThat(hours.alwaysOpen()).isFalse();
        assertThat(json.readValue("{\"from\":\"2026-12-24\",\"to\":\"2026-12-24\"}", ExceptionalHours.class))
                .isEqualTo(HoursFixtures.exception("2026-12-24", "2026-12-24"));
        assertThat(json.readValue("{\"weekly\":null,\"exceptions\":null}", OpeningHours.class))
                .isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"weekly":[{"days":["Monday"],"opens":"08:00","closes":"16:00"}]} | weekday-unknown
                    {"weekly":[{"days":[0],"opens":"08:00","closes":"16:00"}]}        | weekday-unknown
                    {"weekly":[{"days":["monday"],"opens":"8:00","closes":"16:00"}]}  | time-not-hh-mm
                    {"weekly":[{"days":["monday"],"opens":"08:00","closes":"24:00"}]} | time-not-hh-mm
                    {"weekly":[{"days":["monday"],"opens":"08:00:30","closes":"9"}]}  | time-not-hh-mm
                    {"weekly":[{"days":["monday"],"opens":"08:00"}]}                  | hours-time-missing
                    {"publicHolidays":"special"}                                      | holiday-rule-unknown
                    {"exceptions":[{"from":"2026-12-24"}]}                            | hours-day-missing
                    {"exceptions":[{"to":"2026-12-24"}]}                              | hours-day-missing
                    """)
    void aWrongValueInJsonCarriesItsReason(String text, String code) {
        JsonMappingException refusal =
                catchThrowableOfType(JsonMappingException.class, () -> json.readValue(text, OpeningHours.class));

        assertThat(refusal).hasCauseInstanceOf(InvalidValueException.class);
        assertThat(((InvalidValueException) refusal.getCause()).reason().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"weekly\":[null]}",
                "{\"exceptions\":[null]}",
                "{\"weekly\":[{\"days\":[null],\"opens\":\"08:00\",\"closes\":\"16:00\"}]}",
                "{\"exceptions\":[{\"from\":\"2026-12-24\",\"to\":\"2026-12-24\",\"label\":{\"en\":null}}]}",
                "{\"exceptions\":[{\"from\":\"2026-12-24T00:00:00\",\"to\":\"2026-12-24\"}]}",
                "{\"exceptions\":[{\"from\":\"2026-02-29\",\"to\":\"2026-12-24\"}]}"
            })
    void aNullInAListAndALaxDayAreMappingFailures(String text) {
        assertThatThrownBy(() -> json.readValue(text, OpeningHours.class)).isInstanceOf(MismatchedInputException.class);
    }

    @ParameterizedTest
    @EnumSource(DayOfWeek.class)
    void weekdaysAreThoseOfIso(DayOfWeek day) {
        assertThat(Weekday.valueOf(day.name()).dayOfWeek()).isEqualTo(day);
    }

    @Test
    void aTimeOfDayHasNoSeconds() {
        assertThatThrownBy(() -> new TimeOfDay(LocalTime.of(8, 0, 1))).isInstanceOf(InvalidValueException.class);
        assertThat(new TimeOfDay(LocalTime.of(8, 5))).hasToString("08:05");
    }
}
