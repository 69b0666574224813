package org.putokaz.time.holiday;

import java.util.Map;
import java.util.Optional;

/** Directory of the built-in calendars of public holidays. */
public final class HolidayCalendars {

    private static final Map<String, HolidayCalendar> BY_REGION = Map.of("RS", new SerbianHolidayCalendar());

    private HolidayCalendars() {}

    /**
     * The calendar of a country; empty where its holidays are not known.
     *
     * @param region ISO 3166-1 alpha-2 in capitals
     */
    public static Optional<HolidayCalendar> find(String region) {
        return Optional.ofNullable(BY_REGION.get(region));
    }
}
