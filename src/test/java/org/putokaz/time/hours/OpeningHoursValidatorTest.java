package org.putokaz.time.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.time.hours.HoursFixtures.ALWAYS;
import static org.putokaz.time.hours.HoursFixtures.NIGHT_SHIFT;
import static org.putokaz.time.hours.HoursFixtures.OFFICE;
import static org.putokaz.time.hours.HoursFixtures.exception;
import static org.putokaz.time.hours.HoursFixtures.interval;
import static org.putokaz.time.hours.HoursFixtures.week;
import static org.putokaz.time.hours.HoursFixtures.weekly;
import static org.putokaz.time.hours.HoursFixtures.with;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.problem.Violation;

class OpeningHoursValidatorTest {

    @Test
    void usualHoursAreFine() {
        assertThat(List.of(OFFICE, NIGHT_SHIFT, ALWAYS))
                .allSatisfy(hours -> assertThat(hours.violations()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/belgrade", "+02:00", "UTC+2", "Belgrade", "", "Z"})
    void aTimezoneIsAnIanaName(String timezone) {
        OpeningHours hours = OpeningHours.of(timezone, true, List.of(), null, List.of());

        assertThat(hours.violations()).containsExactly(Violation.at("/timezone", "hours-timezone-unknown", timezone));
    }

    @Test
    void hoursWithoutATimezoneSayNothing() {
        assertThat(OpeningHours.of(null, true, List.of(), null, List.of()).violations())
                .containsExactly(Violation.at("/timezone", "hours-timezone-missing"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    monday,         08:00, 16:00, monday,  15:59, 20:00
                    monday,         08:00, 16:00, monday,  08:00, 16:00
                    monday,         08:00, 16:00, monday,  09:00, 10:00
                    monday,         00:00, 00:00, monday,  23:00, 23:30
                    monday,         22:00, 06:00, tuesday, 05:59, 08:00
                    sunday,         22:00, 06:00, monday,  05:00, 08:00
                    sunday monday,  22:00, 06:00, monday,  05:00, 23:00
                    """)
    void overlappingIntervalsAreRefusedAlsoOverNightAndOverTheEndOfTheWeek(
            String days, String opens, String closes, String otherDays, String otherOpens, String otherCloses) {
        OpeningHours hours =
                weekly(HolidayRule.SAME, week(days, opens, closes), week(otherDays, otherOpens, otherCloses));

        assertThat(hours.violations())
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.reason().code()).isEqualTo("hours-intervals-overlap"))
                .contains(Violation.at(
                        "/weekly/1", "hours-intervals-overlap", otherOpens + "–" + otherCloses, opens + "–" + closes));
    }

    @Test
    void aShortIntervalBetweenDoesNotHideAnOverlap() {
        OpeningHours hours = weekly(
                HolidayRule.SAME,
                week("monday", "08:00", "20:00"),
                week("monday", "09:00", "10:00"),
                week("monday", "19:00", "21:00"));

        assertThat(hours.violations()).extracting(Violation::location).containsExactly("/weekly/1", "/weekly/2");
    }

    @Test
    void theSameDayTwiceOverlapsItself() {
        assertThat(weekly(HolidayRule.SAME, week("monday monday", "08:00", "16:00"))
                        .violations())
                .containsExactly(Violation.at("/weekly/0", "hours-intervals-overlap", "08:00–16:00", "08:00–16:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "monday,08:00,12:00,monday,12:00,16:00",
        "monday,22:00,06:00,tuesday,06:00,08:00",
        "sunday,22:00,06:00,monday,06:00,08:00",
        "monday,00:00,00:00,tuesday,00:00,00:00"
    })
    void intervalsMayTouch(
            String day, String opens, String closes, String otherDay, String otherOpens, String otherCloses) {
        assertThat(weekly(HolidayRule.SAME, week(day, opens, closes), week(otherDay, otherOpens, otherCloses))
                        .violations())
                .isEmpty();
    }

    @Test
    void alwaysOpenAllowsNothingThatSaysOtherwise() {
        OpeningHours hours = OpeningHours.of("Europe/Belgrade", true, OFFICE.weekly(), HolidayRule.CLOSED, List.of());

        assertThat(hours.violations())
                .containsExactly(
                        Violation.at("/weekly", "hours-always-open-with-weekly"),
                        Violation.at("/publicHolidays", "hours-always-open-closed-on-holidays"));
    }

    @Test
    void hoursThatNeverOpenAreRefused() {
        Violation empty = Violation.at("", "hours-empty");

        assertThat(weekly(HolidayRule.SAME).violations()).containsExactly(empty);
        assertThat(with(weekly(HolidayRule.SAME), exception("2026-06-30", "2026-06-30"))
                        .violations())
                .containsExactly(empty);
        assertThat(with(weekly(HolidayRule.SAME), exception("2026-06-30", "2026-06-30", interval("10:00", "12:00")))
                        .violations())
                .isEmpty();
    }

    @Test
    void anIntervalNeedsADayOfTheWeek() {
        WeeklyHours nowhere = new WeeklyHours(List.of(), TimeOfDay.parse("08:00"), TimeOfDay.parse("16:00"));

        assertThat(weekly(HolidayRule.SAME, OFFICE.weekly().get(0), nowhere).violations())
                .containsExactly(Violation.at("/weekly/1/days", "hours-days-missing"));
    }

    @Test
    void weeklyHoursMustSayWhatHolidaysDo() {
        OpeningHours hours = OpeningHours.of("Europe/Belgrade", false, OFFICE.weekly(), null, List.of());

        assertThat(hours.violations()).containsExactly(Violation.at("/publicHolidays", "hours-holidays-missing"));
    }

    @Test
    void anExceptionEndsAfterItBegins() {
        assertThat(with(OFFICE, exception("2026-06-30", "2026-06-29")).violations())
                .containsExactly(
                        Violation.at("/exceptions/0/to", "hours-exception-reversed", "2026-06-30", "2026-06-29"));
    }

    @Test
    void exceptionsShareNoDay() {
        OpeningHours hours = with(
                OFFICE,
                exception("2026-07-01", "2026-07-10"),
                exception("2026-06-01", "2026-06-30"),
                exception("2026-07-10", "2026-07-10"));

        assertThat(hours.violations())
                .containsExactly(Violation.at("/exceptions/2", "hours-exceptions-overlap", "2026-07-01", "2026-07-10"));
    }

    @Test
    void theIntervalsOfAnExceptionDoNotOverlapEither() {
        OpeningHours sameDay = with(
                OFFICE, exception("2026-06-30", "2026-06-30", interval("10:00", "12:00"), interval("11:00", "13:00")));
        OpeningHours nextDay = with(
                OFFICE, exception("2026-06-29", "2026-06-30", interval("05:00", "12:00"), interval("22:00", "06:00")));
        OpeningHours oneNight = with(
                OFFICE, exception("2026-06-30", "2026-06-30", interval("05:00", "12:00"), interval("22:00", "06:00")));

        assertThat(sameDay.violations()).extracting(Violation::location).containsExactly("/exceptions/0/intervals/1");
        assertThat(nextDay.violations()).extracting(Violation::location).containsExactly("/exceptions/0/intervals/0");
        assertThat(oneNight.violations()).isEmpty();
    }

    @Test
    void hoursOnHolidaysStandInPlaceOfTheRule() {
        OpeningHours own = withHolidayIntervals(null, interval("10:00", "12:00"), interval("22:00", "02:00"));
        OpeningHours both = withHolidayIntervals(HolidayRule.SAME, interval("10:00", "12:00"));
        OpeningHours overlapping = withHolidayIntervals(null, interval("10:00", "12:00"), interval("11:00", "13:00"));
        OpeningHours always = OpeningHoursBuilder.builder(HoursFixtures.ALWAYS)
                .publicHolidays(null)
                .holidayIntervals(List.of(interval("10:00", "12:00")))
                .build();

        assertThat(own.violations()).isEmpty();
        assertThat(both.violations()).containsExactly(Violation.at("/publicHolidays", "hours-holidays-twice", "same"));
        assertThat(overlapping.violations())
                .containsExactly(
                        Violation.at("/holidayIntervals/1", "hours-intervals-overlap", "11:00–13:00", "10:00–12:00"));
        assertThat(always.violations())
                .containsExactly(Violation.at("/holidayIntervals", "hours-always-open-with-holiday-intervals"));
    }

    @Test
    void aNightOnAHolidayMustEndBeforeTheNextOneBegins() {
        OpeningHours hours = withHolidayIntervals(null, interval("05:00", "12:00"), interval("22:00", "06:00"));

        assertThat(hours.violations()).extracting(Violation::location).containsExactly("/holidayIntervals/0");
    }

    private static OpeningHours withHolidayIntervals(@Nullable HolidayRule rule, OpeningInterval... intervals) {
        return OpeningHoursBuilder.builder(OFFICE)
                .publicHolidays(rule)
                .holidayIntervals(List.of(intervals))
                .build();
    }

    @Test
    void whatIsByAppointmentNeedsNoIntervals() {
        OpeningHours without = OpeningHoursBuilder.builder(
                        OpeningHours.of("Europe/Belgrade", false, List.of(), null, List.of()))
                .byAppointment(true)
                .build();

        assertThat(without.violations()).isEmpty();
        assertThat(OpeningHoursBuilder.builder(without)
                        .weekly(OFFICE.weekly())
                        .build()
                        .violations())
                .containsExactly(Violation.at("/publicHolidays", "hours-holidays-missing"));
    }
}
