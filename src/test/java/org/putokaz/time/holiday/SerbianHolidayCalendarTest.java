package org.putokaz.time.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.time.holiday.Holiday.Kind;

class SerbianHolidayCalendarTest {

    private final SerbianHolidayCalendar holidays = new SerbianHolidayCalendar();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2021 | 01-01 01-02 01-07 02-15 02-16 04-30 05-01 05-02 05-03 05-04 11-11
                    2026 | 01-01 01-02 01-07 02-15 02-16 02-17 04-10 04-11 04-12 04-13 05-01 05-02 11-11
                    2027 | 01-01 01-02 01-07 02-15 02-16 04-30 05-01 05-02 05-03 05-04 11-11
                    2032 | 01-01 01-02 01-07 02-15 02-16 02-17 04-30 05-01 05-02 05-03 05-04 11-11
                    2023 | 01-01 01-02 01-03 01-07 02-15 02-16 04-14 04-15 04-16 04-17 05-01 05-02 11-11
                    2022 | 01-01 01-02 01-03 01-07 02-15 02-16 04-22 04-23 04-24 04-25 05-01 05-02 05-03 11-11
                    2029 | 01-01 01-02 01-07 02-15 02-16 04-06 04-07 04-08 04-09 05-01 05-02 11-11 11-12
                    """)
    void aYearHasTheHolidaysOfTheLaw(int year, String days) {
        String found = holidays.in(year).stream()
                .map(holiday -> holiday.date().toString().substring(5))
                .collect(Collectors.joining(" "));

        assertThat(found).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(ints = {2021, 2027, 2032})
    void theFourthOfMayIsFreeWhenLabourDayMeetsEasterSunday(int year) {
        assertThat(holidays.on(LocalDate.of(year, 5, 2)))
                .hasValue(new Holiday(LocalDate.of(year, 5, 2), "labour-day", Kind.STATE));
        assertThat(holidays.on(LocalDate.of(year, 5, 3)))
                .hasValue(new Holiday(LocalDate.of(year, 5, 3), "easter-monday", Kind.RELIGIOUS));
        assertThat(holidays.on(LocalDate.of(year, 5, 4)))
                .hasValue(new Holiday(LocalDate.of(year, 5, 4), "labour-day", Kind.SUBSTITUTE));
    }

    @Test
    void aStateHolidayOnASundayStaysAHolidayBesideItsSubstitute() {
        assertThat(holidays.on(LocalDate.of(2026, 2, 15))).map(Holiday::kind).hasValue(Kind.STATE);
        assertThat(holidays.on(LocalDate.of(2026, 2, 17))).map(Holiday::kind).hasValue(Kind.SUBSTITUTE);
    }

    @Test
    void aReligiousHolidayOnASundayHasNoSubstitute() {
        assertThat(LocalDate.of(2024, 1, 7).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(holidays.on(LocalDate.of(2024, 1, 8))).isEmpty();
    }

    @Test
    void theNinthOfMayIsWorked() {
        assertThat(holidays.on(LocalDate.of(2026, 5, 9))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1900-04-22", "1918-05-05", "1983-05-08", "2000-04-30", "2008-04-27", "2010-04-04", "2013-05-05",
                "2016-05-01", "2019-04-28", "2021-05-02", "2024-05-05", "2025-04-20", "2026-04-12", "2027-05-02",
                "2028-04-16", "2099-04-12", "2100-05-02"
            })
    void orthodoxEasterIsKnown(LocalDate easter) {
        assertThat(OrthodoxEaster.of(easter.getYear())).isEqualTo(easter);
    }

    @Test
    void easterIsASundayFromApril3ToMay10InEveryYearOfTwoCenturies() {
        for (int year = 1900; year < 2100; year++) {
            LocalDate easter = OrthodoxEaster.of(year);
            assertThat(easter.getDayOfWeek()).as("%s", easter).isEqualTo(DayOfWeek.SUNDAY);
            assertThat(easter).isBetween(LocalDate.of(year, 4, 3), LocalDate.of(year, 5, 10));
        }
    }

    @Test
    void aDayDecreedFreeIsAddedToTheLaw() {
        Holiday decreed = new Holiday(LocalDate.of(2026, 1, 5), "day-of-mourning", Kind.DECREED);
        HolidayCalendar both = holidays.and(HolidayCalendar.of(List.of(decreed)));

        assertThat(both.on(LocalDate.of(2026, 1, 5))).hasValue(decreed);
        assertThat(both.on(LocalDate.of(2026, 1, 7))).map(Holiday::key).hasValue("christmas");
        assertThat(both.on(LocalDate.of(2026, 1, 6))).isEmpty();
    }
}
