package org.putokaz.time.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.putokaz.time.hours.HoursFixtures.ALWAYS;
import static org.putokaz.time.hours.HoursFixtures.OFFICE;
import static org.putokaz.time.hours.HoursFixtures.week;
import static org.putokaz.time.hours.HoursFixtures.weekly;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.problem.InvalidValueException;

class OpeningHoursNotationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mo-Fr 08:00-16:00; PH off; Europe/Belgrade",
                "mo-fr 8:00–16:00;PH closed;Europe/Belgrade;",
                "Mo,Tu,We-Fr 8-16; Sa,Su off; PH off; Europe/Belgrade",
                "пон–пет 8–16; PH off; Europe/Belgrade",
                "Пон. - пет. 08:00 - 16:00; суб, нед off; ph off; Europe/Belgrade",
                "pon, uto, sre, čet, pet 08:00-16:00; sub-ned off; PH off; Europe/Belgrade",
                "Europe/Belgrade; PH off; Уто-Пет,Пон 08:00-16:00"
            })
    void officeHoursAreReadInEachSpelling(String text) {
        OpeningHours hours = OpeningHoursNotation.parse(text);

        assertThat(hours.violations()).isEmpty();
        assertThat(hours.timezone()).isEqualTo(OFFICE.timezone());
        assertThat(hours.publicHolidays()).isEqualTo(HolidayRule.CLOSED);
        assertThat(hours.weekly()).singleElement().satisfies(read -> {
            assertThat(read.interval()).isEqualTo(OFFICE.weekly().get(0).interval());
            assertThat(read.days())
                    .containsExactlyInAnyOrderElementsOf(OFFICE.weekly().get(0).days());
        });
    }

    @Test
    void severalIntervalsNightsAndWholeDaysAreRead() {
        assertThat(OpeningHoursNotation.parse(
                        "Mo 08:00-12:00,14:00-24:00; We 00:00-24:00; Fr-Su 22:00-06:00; PH same; Europe/Belgrade"))
                .isEqualTo(weekly(
                        HolidayRule.SAME,
                        week("monday", "08:00", "12:00"),
                        week("monday", "14:00", "00:00"),
                        week("wednesday", "00:00", "00:00"),
                        week("friday saturday sunday", "22:00", "06:00")));
    }

    @Test
    void aRangeMayRunOverTheEndOfTheWeek() {
        assertThat(OpeningHoursNotation.parse("Sa-Mo 10:00-12:00").weekly())
                .containsExactly(week("saturday sunday monday", "10:00", "12:00"));
    }

    @Test
    void alwaysOpenIncludesHolidays() {
        assertThat(OpeningHoursNotation.parse("24/7; Europe/Belgrade")).isEqualTo(ALWAYS);
        assertThat(OpeningHoursNotation.parse("24/7; PH same; Europe/Belgrade")).isEqualTo(ALWAYS);
    }

    @Test
    void holidaysMayHaveHoursOfTheirOwn() {
        OpeningHours hours = OpeningHoursNotation.parse("Mo-Fr 8-16; PH 10-12, 22:00-24:00; Europe/Belgrade");

        assertThat(hours.violations()).isEmpty();
        assertThat(hours.publicHolidays()).isNull();
        assertThat(hours.holidayIntervals())
                .containsExactly(HoursFixtures.interval("10:00", "12:00"), HoursFixtures.interval("22:00", "00:00"));
    }

    @Test
    void nothingIsGuessedThatTheTextDoesNotSay() {
        OpeningHours hours = OpeningHoursNotation.parse("Mo 08:00-16:00");

        assertThat(hours.timezone()).isNull();
        assertThat(hours.publicHolidays()).isNull();
        assertThat(hours.alwaysOpen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    08:00-16:00                            | hours-notation-unreadable            | 08:00-16:00
                    Mo-Fr                                  | hours-notation-unreadable            | Mo-Fr
                    Mo-Fr 08:00                            | hours-notation-unreadable            | Mo-Fr 08:00
                    Mo-Fr 08:00+                           | hours-notation-unreadable            | Mo-Fr 08:00+
                    Mo-We-Fr 08:00-16:00                   | hours-notation-unreadable            | Mo-We-Fr 08:00-16:00
                    Xx 08:00-16:00                         | hours-notation-unreadable            | Xx 08:00-16:00
                    Mo same                                | hours-notation-unreadable            | Mo same
                    Mo 08:00-16:00; PH 10:00+              | hours-notation-unreadable            | PH 10:00+
                    Mo 08:00-16:00; PH off; PH 10:00-12:00 | hours-notation-unreadable            | PH 10:00-12:00
                    Mo 08:00-16:00; PH 10-12; PH same      | hours-notation-unreadable            | PH same
                    Mo 08:00-16:00; PH off; PH same        | hours-notation-unreadable            | PH same
                    Mo 08:00-16:00;; PH off                | hours-notation-unreadable            | ''
                    Mo-Su,PH 08:00-16:00                   | hours-notation-unreadable            | Mo-Su,PH 08:00-16:00
                    week 1-10 Mo 08:00-16:00               | hours-notation-unreadable            | week 1-10 Mo 08:00-16:00
                    Mo-Fr 08:00-16:00; We 10:00-12:00      | hours-notation-day-repeated          | wednesday
                    Mo-Fr 08:00-16:00; сре off             | hours-notation-day-repeated          | wednesday
                    Mo,Mo 08:00-16:00                      | hours-notation-day-repeated          | monday
                    Mo 25:00-26:00                         | time-not-hh-mm                       | 25:00
                    Mo 24:00-08:00                         | time-not-hh-mm                       | 24:00
                    Mo 22:00-24:30                         | time-not-hh-mm                       | 24:30
                    """)
    void whatIsOutsideTheSubsetIsRefusedWithWhatWasRead(String text, String code, String read) {
        assertThatThrownBy(() -> OpeningHoursNotation.parse(text))
                .isInstanceOfSatisfying(InvalidValueException.class, invalid -> {
                    assertThat(invalid.reason().code()).isEqualTo(code);
                    assertThat(invalid.reason().arguments()).isEqualTo(List.of(read));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"24/7; Mo 08:00-16:00", "24/7; Su off", "24/7; PH off", "24/7; PH 10-12"})
    void alwaysOpenHasNoDaysBesideIt(String text) {
        assertThatThrownBy(() -> OpeningHoursNotation.parse(text))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        invalid ->
                                assertThat(invalid.reason().code()).isEqualTo("hours-notation-always-open-with-days"));
    }
}
