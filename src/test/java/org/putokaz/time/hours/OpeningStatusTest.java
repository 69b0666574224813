package org.putokaz.time.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.putokaz.time.hours.HoursFixtures.ALWAYS;
import static org.putokaz.time.hours.HoursFixtures.BELGRADE;
import static org.putokaz.time.hours.HoursFixtures.NIGHT_SHIFT;
import static org.putokaz.time.hours.HoursFixtures.OFFICE;
import static org.putokaz.time.hours.HoursFixtures.belgrade;
import static org.putokaz.time.hours.HoursFixtures.exception;
import static org.putokaz.time.hours.HoursFixtures.interval;
import static org.putokaz.time.hours.HoursFixtures.week;
import static org.putokaz.time.hours.HoursFixtures.weekly;
import static org.putokaz.time.hours.HoursFixtures.with;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.time.holiday.HolidayCalendar;
import org.putokaz.time.holiday.SerbianHolidayCalendar;

class OpeningStatusTest {

    private static final String EVERY_DAY = "monday tuesday wednesday thursday friday saturday sunday";

    private final HolidayCalendar holidays = new SerbianHolidayCalendar();

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2026-06-10T07:59:59, false, 2026-06-10T08:00
                    2026-06-10T08:00,    true,  2026-06-10T16:00
                    2026-06-10T15:59:59, true,  2026-06-10T16:00
                    2026-06-10T16:00,    false, 2026-06-11T08:00
                    2026-06-12T16:00,    false, 2026-06-15T08:00
                    2026-11-11T10:00,    false, 2026-11-12T08:00
                    2026-11-10T18:00,    false, 2026-11-12T08:00
                    2027-05-04T10:00,    false, 2027-05-05T08:00
                    2027-04-29T16:00,    false, 2027-05-05T08:00
                    2026-12-31T17:00,    false, 2027-01-04T08:00
                    """)
    void anOfficeKeepsItsWeekAndTheHolidays(String now, boolean open, String nextChange) {
        assertThat(OpeningStatus.at(OFFICE, holidays, belgrade(now)))
                .isEqualTo(new OpeningStatus(open, belgrade(nextChange)));
    }

    @Test
    void hoursThatAreTheSameOnHolidaysIgnoreThem() {
        OpeningHours hours = weekly(HolidayRule.SAME, week("wednesday", "08:00", "16:00"));

        assertThat(OpeningStatus.at(hours, holidays, belgrade("2026-11-11T10:00"))
                        .open())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2026-11-11T09:00, false, 2026-11-11T10:00
                    2026-11-11T10:00, true,  2026-11-11T13:00
                    2026-11-11T13:00, false, 2026-11-12T08:00
                    2027-01-01T23:00, true,  2027-01-02T02:00
                    2027-01-02T01:00, true,  2027-01-02T02:00
                    """)
    void holidaysMayHaveHoursOfTheirOwn(String now, boolean open, String nextChange) {
        OpeningHours hours = OpeningHoursBuilder.builder(OFFICE)
                .publicHolidays(null)
                .holidayIntervals(List.of(interval("10:00", "13:00"), interval("22:00", "02:00")))
                .build();
        OpeningHours noEvening = OpeningHoursBuilder.builder(hours)
                .holidayIntervals(List.of(interval("10:00", "13:00")))
                .build();
        boolean evening = now.startsWith("2027");

        assertThat(OpeningStatus.at(evening ? hours : noEvening, holidays, belgrade(now)))
                .isEqualTo(new OpeningStatus(open, belgrade(nextChange)));
    }

    @Test
    void whereNoHolidayIsKnownTheWeekHolds() {
        assertThat(OpeningStatus.at(OFFICE, HolidayCalendar.none(), belgrade("2026-11-11T10:00"))
                        .open())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2026-12-24T08:30, false, 2026-12-24T09:00
                    2026-12-24T09:00, true,  2026-12-24T12:00
                    2026-12-24T12:00, false, 2026-12-28T08:00
                    2026-12-25T10:00, false, 2026-12-28T08:00
                    """)
    void anExceptionStandsInPlaceOfTheDay(String now, boolean open, String nextChange) {
        OpeningHours hours = with(
                OFFICE,
                exception("2026-12-24", "2026-12-24", interval("09:00", "12:00")),
                exception("2026-12-25", "2026-12-25"));

        assertThat(OpeningStatus.at(hours, holidays, belgrade(now)))
                .isEqualTo(new OpeningStatus(open, belgrade(nextChange)));
    }

    @Test
    void anExceptionOpensEvenOnAHoliday() {
        OpeningHours hours = with(OFFICE, exception("2026-11-11", "2026-11-11", interval("10:00", "12:00")));

        assertThat(OpeningStatus.at(hours, holidays, belgrade("2026-11-11T10:30")))
                .isEqualTo(new OpeningStatus(true, belgrade("2026-11-11T12:00")));
    }

    @Test
    void whatIsAlwaysOpenNeverChanges() {
        assertThat(OpeningStatus.at(ALWAYS, holidays, belgrade("2027-01-01T00:00")))
                .isEqualTo(new OpeningStatus(true, null));
    }

    @Test
    void wholeDaysOnEveryDayAreAsGoodAsAlwaysOpen() {
        OpeningHours hours = weekly(HolidayRule.SAME, week(EVERY_DAY, "00:00", "00:00"));

        assertThat(OpeningStatus.at(hours, holidays, belgrade("2027-03-28T02:30")))
                .isEqualTo(new OpeningStatus(true, null));
    }

    @Test
    void wholeDaysEndWhereAHolidayBegins() {
        OpeningHours hours = weekly(HolidayRule.CLOSED, week(EVERY_DAY, "00:00", "00:00"));

        assertThat(OpeningStatus.at(hours, holidays, belgrade("2026-06-01T12:00")))
                .isEqualTo(new OpeningStatus(true, belgrade("2026-11-11T00:00")));
    }

    @Test
    void anExceptionInterruptsWhatIsAlwaysOpen() {
        OpeningHours hours = with(ALWAYS, exception("2026-06-10", "2026-06-11"));

        assertThat(OpeningStatus.at(hours, holidays, belgrade("2026-06-09T12:00")))
                .isEqualTo(new OpeningStatus(true, belgrade("2026-06-10T00:00")));
        assertThat(OpeningStatus.at(hours, holidays, belgrade("2026-06-10T12:00")))
                .isEqualTo(new OpeningStatus(false, belgrade("2026-06-12T00:00")));
    }

    @Test
    void intervalsThatTouchAreOne() {
        OpeningHours hours = weekly(
                HolidayRule.SAME,
                week("monday", "12:00", "20:00"),
                week("monday", "08:00", "12:00"),
                week("monday", "20:00", "00:00"),
                week("tuesday", "00:00", "02:00"));

        assertThat(OpeningStatus.at(hours, holidays, belgrade("2026-06-08T09:00")))
                .isEqualTo(new OpeningStatus(true, belgrade("2026-06-09T02:00")));
    }

    @Test
    void anIntervalInsideALongerOneDoesNotCloseIt() {
        OpeningHours hours =
                weekly(HolidayRule.SAME, week("monday", "08:00", "20:00"), week("monday", "09:00", "10:00"));

        assertThat(OpeningStatus.at(hours, holidays, belgrade("2026-06-08T08:30")))
                .isEqualTo(new OpeningStatus(true, belgrade("2026-06-08T20:00")));
    }

    @Test
    void aNightShiftRunsIntoAHolidayThatIsItselfClosed() {
        OpeningHours hours = weekly(HolidayRule.CLOSED, week(EVERY_DAY, "22:00", "06:00"));

        assertThat(OpeningStatus.at(hours, holidays, belgrade("2026-11-11T05:00")))
                .isEqualTo(new OpeningStatus(true, belgrade("2026-11-11T06:00")));
        assertThat(OpeningStatus.at(hours, holidays, belgrade("2026-11-11T23:00")))
                .isEqualTo(new OpeningStatus(false, belgrade("2026-11-12T22:00")));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-27T22:00,2027-03-28T06:00,7",
        "2026-10-24T22:00,2026-10-25T06:00,9",
        "2026-06-10T22:00,2026-06-11T06:00,8"
    })
    void aNightShiftIsShorterOrLongerWhenClocksChange(String opens, String closes, int hours) {
        Instant opening = belgrade(opens);

        OpeningStatus state = OpeningStatus.at(NIGHT_SHIFT, holidays, opening);

        assertThat(state).isEqualTo(new OpeningStatus(true, belgrade(closes)));
        assertThat(Duration.between(opening, state.nextChange())).isEqualTo(Duration.ofHours(hours));
        assertThat(OpeningStatus.at(NIGHT_SHIFT, holidays, opening.minusMillis(1)))
                .isEqualTo(new OpeningStatus(false, opening));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    02:30, 05:00, 2027-03-28T01:30:00Z, 2027-03-28T03:00:00Z
                    01:00, 02:30, 2027-03-28T00:00:00Z, 2027-03-28T01:30:00Z
                    02:30, 05:00, 2026-10-25T00:30:00Z, 2026-10-25T04:00:00Z
                    01:00, 02:30, 2026-10-24T23:00:00Z, 2026-10-25T00:30:00Z
                    """)
    void aTimeInTheGapMovesForwardAndATimeThatComesTwiceIsTheFirst(
            String opens, String closes, Instant from, Instant to) {
        OpeningHours hours = weekly(HolidayRule.SAME, week("sunday", opens, closes));

        assertThat(OpeningStatus.at(hours, holidays, from.minusSeconds(1))).isEqualTo(new OpeningStatus(false, from));
        assertThat(OpeningStatus.at(hours, holidays, from)).isEqualTo(new OpeningStatus(true, to));
        assertThat(OpeningStatus.at(hours, holidays, to).open()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"02:00,03:00", "02:30,03:00", "02:45,03:15"})
    void anIntervalThatTheClockJumpsOverDoesNotOpen(String opens, String closes) {
        OpeningHours hours = weekly(HolidayRule.SAME, week("sunday", opens, closes));

        OpeningStatus state = OpeningStatus.at(hours, holidays, belgrade("2027-03-28T00:00"));

        assertThat(state).isEqualTo(new OpeningStatus(false, belgrade("2027-04-04T" + opens)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"2026-06-10T12:00,2026-06-30T10:00", "2026-06-30T12:00,-"})
    void hoursOfASingleDayHaveNoChangeAfterIt(String now, @Nullable String nextChange) {
        OpeningHours hours =
                with(weekly(HolidayRule.SAME), exception("2026-06-30", "2026-06-30", interval("10:00", "12:00")));

        assertThat(OpeningStatus.at(hours, holidays, belgrade(now)))
                .isEqualTo(new OpeningStatus(false, nextChange == null ? null : belgrade(nextChange)));
    }

    @Test
    void theChangeAnnouncedIsAlwaysAChange() {
        for (OpeningHours hours : List.of(OFFICE, NIGHT_SHIFT)) {
            Instant now = belgrade("2026-01-01T00:00");
            boolean open = OpeningStatus.at(hours, holidays, now).open();
            while (now.atZone(BELGRADE).getYear() < 2028) {
                Instant change = OpeningStatus.at(hours, holidays, now).nextChange();
                assertThat(change).isAfter(now);
                assertThat(OpeningStatus.at(hours, holidays, change.minusMillis(1))
                                .open())
                        .isEqualTo(open);
                open = OpeningStatus.at(hours, holidays, change).open();
                assertThat(OpeningStatus.at(hours, holidays, change.minusMillis(1))
                                .open())
                        .isNotEqualTo(open);
                now = change;
            }
        }
    }

    @Test
    void hoursWithoutAPlaceOnEarthCannotBeAsked() {
        OpeningHours hours = OpeningHours.of(null, true, List.of(), null, List.of());

        InvalidValueException refusal = catchThrowableOfType(
                InvalidValueException.class, () -> OpeningStatus.at(hours, holidays, Instant.EPOCH));

        assertThat(refusal.reason().code()).isEqualTo("hours-timezone-missing");
    }
}
