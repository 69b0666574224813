package org.putokaz.time.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.putokaz.time.holiday.Holiday.Kind;

/**
 * Calendar of the public holidays of Serbia: Закон о државним и другим празницима у Републици Србији ("Службени
 * гласник РС" 43/2001, 101/2007, 92/2011), applied to every year as it stands since 2012.
 *
 * <ul>
 *   <li>State: {@code new-year} 1 and 2 January, {@code statehood-day} 15 and 16 February, {@code labour-day} 1 and 2
 *       May, {@code armistice-day} 11 November.
 *   <li>Religious: {@code christmas} 7 January; {@code good-friday}, {@code holy-saturday}, {@code easter},
 *       {@code easter-monday} of the Orthodox Easter.
 *   <li>Article 3a: for a <em>state</em> holiday on a Sunday the first working day after it is free. The Sunday stays a
 *       holiday, and a day that is free anyway is not a working day: in 2021 and 2027 that gives 4 May (Ministry of
 *       Labour, opinion 011-00-530/2020-02 of 20 January 2021).
 * </ul>
 *
 * The holidays of a faith that free only its believers (Christmas of 25 December, Bayram, Yom Kippur) close no office
 * and are left out. Where a religious and a state holiday meet, the state holiday is the one named.
 */
public final class SerbianHolidayCalendar implements HolidayCalendar {

    private final Map<Integer, NavigableMap<LocalDate, Holiday>> years = new ConcurrentHashMap<>();

    @Override
    public Optional<Holiday> on(LocalDate day) {
        return Optional.ofNullable(year(day.getYear()).get(day));
    }

    /** All holidays of a year in order. */
    public List<Holiday> in(int year) {
        return List.copyOf(year(year).values());
    }

    private NavigableMap<LocalDate, Holiday> year(int year) {
        return years.computeIfAbsent(year, SerbianHolidayCalendar::byLaw);
    }

    private static NavigableMap<LocalDate, Holiday> byLaw(int year) {
        NavigableMap<LocalDate, Holiday> days = new TreeMap<>();
        religious(year).forEach(holiday -> days.put(holiday.date(), holiday));
        List<Holiday> state = state(year);
        state.forEach(holiday -> days.put(holiday.date(), holiday));
        for (Holiday holiday : state) {
            if (holiday.date().getDayOfWeek() == DayOfWeek.SUNDAY) {
                LocalDate free = firstWorkingDayAfter(holiday.date(), days);
                days.put(free, new Holiday(free, holiday.key(), Kind.SUBSTITUTE));
            }
        }
        return days;
    }

    private static List<Holiday> religious(int year) {
        LocalDate easter = OrthodoxEaster.of(year);
        return List.of(
                new Holiday(LocalDate.of(year, 1, 7), "christmas", Kind.RELIGIOUS),
                new Holiday(easter.minusDays(2), "good-friday", Kind.RELIGIOUS),
                new Holiday(easter.minusDays(1), "holy-saturday", Kind.RELIGIOUS),
                new Holiday(easter, "easter", Kind.RELIGIOUS),
                new Holiday(easter.plusDays(1), "easter-monday", Kind.RELIGIOUS));
    }

    private static List<Holiday> state(int year) {
        return List.of(
                new Holiday(LocalDate.of(year, 1, 1), "new-year", Kind.STATE),
                new Holiday(LocalDate.of(year, 1, 2), "new-year", Kind.STATE),
                new Holiday(LocalDate.of(year, 2, 15), "statehood-day", Kind.STATE),
                new Holiday(LocalDate.of(year, 2, 16), "statehood-day", Kind.STATE),
                new Holiday(LocalDate.of(year, 5, 1), "labour-day", Kind.STATE),
                new Holiday(LocalDate.of(year, 5, 2), "labour-day", Kind.STATE),
                new Holiday(LocalDate.of(year, 11, 11), "armistice-day", Kind.STATE));
    }

    private static LocalDate firstWorkingDayAfter(LocalDate sunday, Map<LocalDate, Holiday> free) {
        return sunday.datesUntil(sunday.plusDays(14))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !free.containsKey(day))
                .findFirst()
                .orElseThrow();
    }
}
