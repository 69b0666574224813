package org.putokaz.time.holiday;

import java.time.LocalDate;

/** Date of Orthodox Easter by Meeus' rule for the Julian calendar, converted to the Gregorian one. */
final class OrthodoxEaster {

    private OrthodoxEaster() {}

    static LocalDate of(int year) {
        int moon = (19 * (year % 19) + 15) % 30;
        int sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
        int days = moon + sunday + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1).plusDays(julianLag(year));
    }

    /** By how many days the Julian calendar lags behind: 13 from 1900 to 2099. */
    private static int julianLag(int year) {
        int century = year / 100;
        return century - century / 4 - 2;
    }
}
