package org.putokaz.time.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.time.hours.HoursFixtures.ALWAYS;
import static org.putokaz.time.hours.HoursFixtures.NIGHT_SHIFT;
import static org.putokaz.time.hours.HoursFixtures.OFFICE;
import static org.putokaz.time.hours.HoursFixtures.belgrade;
import static org.putokaz.time.hours.HoursFixtures.week;
import static org.putokaz.time.hours.HoursFixtures.weekly;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.time.holiday.HolidayCalendar;
import org.putokaz.time.holiday.SerbianHolidayCalendar;

class CombinedStatusTest {

    private static final OpeningHours LATE =
            weekly(HolidayRule.SAME, week("monday tuesday wednesday thursday friday", "14:00", "20:00"));
    private static final OpeningHours EVENING = weekly(HolidayRule.SAME, week("wednesday", "20:00", "22:00"));
    private static final OpeningHours BY_APPOINTMENT =
            OpeningHoursBuilder.builder(ALWAYS).byAppointment(true).build();
    private static final Map<String, OpeningHours> REGIMES = Map.of(
            "office",
            OFFICE,
            "late",
            LATE,
            "evening",
            EVENING,
            "night",
            NIGHT_SHIFT,
            "always",
            ALWAYS,
            "appointed",
            BY_APPOINTMENT);

    private final HolidayCalendar holidays = new SerbianHolidayCalendar();

    private CombinedStatus at(String regimes, String now) {
        return CombinedStatus.at(regimes(regimes), holidays, belgrade(now));
    }

    private static List<OpeningHours> regimes(@Nullable String names) {
        List<OpeningHours> regimes = new ArrayList<>();
        for (String name : names == null ? new String[0] : names.split(" ")) {
            regimes.add(REGIMES.get(name));
        }
        return regimes;
    }

    private static @Nullable Instant instant(@Nullable String local) {
        return local == null ? null : belgrade(local);
    }

    /** 10 June 2026 is a Wednesday; 11 November a holiday. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    office late         | 2026-06-10T07:00 | false | 2026-06-10T08:00 | office             | 2026-06-10T08:00
                    office late         | 2026-06-10T09:00 | true  | 2026-06-10T20:00 | office             | 2026-06-10T14:00
                    office late         | 2026-06-10T15:00 | true  | 2026-06-10T20:00 | office late        | 2026-06-10T16:00
                    late office         | 2026-06-10T17:00 | true  | 2026-06-10T20:00 | late               | 2026-06-10T20:00
                    office late         | 2026-06-10T20:00 | false | 2026-06-11T08:00 | office             | 2026-06-11T08:00
                    office late evening | 2026-06-10T09:00 | true  | 2026-06-10T22:00 | office             | 2026-06-10T14:00
                    evening night       | 2026-06-10T21:00 | true  | 2026-06-11T06:00 | evening            | 2026-06-10T22:00
                    office night        | 2026-06-11T05:00 | true  | 2026-06-11T06:00 | night              | 2026-06-11T06:00
                    office late         | 2026-11-11T10:00 | false | 2026-11-11T14:00 | late               | 2026-11-11T14:00
                    office always       | 2026-06-10T09:00 | true  |                  | office always      | 2026-06-10T16:00
                    office always       | 2026-06-10T21:00 | true  |                  | always             | 2026-06-11T08:00
                    office appointed    | 2026-06-10T21:00 | false | 2026-06-11T08:00 | office             | 2026-06-11T08:00
                    appointed           | 2026-06-10T09:00 | false |                  |                    |
                                        | 2026-06-10T09:00 | false |                  |                    |
                    """)
    void aChannelIsOpenWhenOneOfItsRegimesIs(
            @Nullable String names,
            String now,
            boolean open,
            @Nullable String nextChange,
            @Nullable String named,
            @Nullable String firstChange) {
        assertThat(CombinedStatus.at(regimes(names), holidays, belgrade(now)))
                .isEqualTo(new CombinedStatus(open, instant(nextChange), regimes(named), instant(firstChange)));
    }

    @Test
    void regimesThatOpenTogetherAreBothNamed() {
        OpeningHours also = weekly(HolidayRule.SAME, week("thursday", "08:00", "09:00"));

        assertThat(CombinedStatus.at(List.of(also, OFFICE), holidays, belgrade("2026-06-10T20:00"))
                        .regimes())
                .containsExactly(also, OFFICE);
    }

    @Test
    void regimesThatTakeTurnsForeverNeverClose() {
        String everyDay = "monday tuesday wednesday thursday friday saturday sunday";
        OpeningHours day = weekly(HolidayRule.SAME, week(everyDay, "06:00", "22:00"));

        CombinedStatus status = CombinedStatus.at(List.of(day, NIGHT_SHIFT), holidays, belgrade("2026-06-10T09:00"));

        assertThat(status.open()).isTrue();
        assertThat(status.nextChange()).isNull();
        assertThat(status.firstChange()).isEqualTo(belgrade("2026-06-10T22:00"));
    }

    /** The clock jumps from two to three on 29 March 2026, and shows the hour after two twice on 25 October. */
    @ParameterizedTest
    @CsvSource({"2026-03-28T23:30, 6", "2026-10-24T23:30, 8", "2026-06-10T23:30, 7"})
    void aNightWhenClocksChangeIsShorterOrLonger(String now, int hours) {
        CombinedStatus status = at("office night", now);

        assertThat(status.regimes()).containsExactly(NIGHT_SHIFT);
        assertThat(status.nextChange()).isEqualTo(belgrade(now).plusSeconds(hours * 3600L - 1800));
    }

    @Test
    void regimesMayBeInSeveralTimeZones() {
        OpeningHours london = OpeningHoursBuilder.builder(weekly(HolidayRule.SAME, week("wednesday", "09:00", "17:00")))
                .timezone("Europe/London")
                .build();

        CombinedStatus status = CombinedStatus.at(List.of(OFFICE, london), holidays, belgrade("2026-06-10T09:00"));

        assertThat(status.nextChange()).isEqualTo(belgrade("2026-06-10T18:00"));
        assertThat(status.firstChange()).isEqualTo(belgrade("2026-06-10T10:00"));
    }
}
