package org.putokaz.time.holiday;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calendar of public holidays of one country. */
@FunctionalInterface
public interface HolidayCalendar {

    Optional<Holiday> on(LocalDate day);

    /** For places whose holidays are not known, and for tests. */
    static HolidayCalendar none() {
        return day -> Optional.empty();
    }

    /** Exactly these days, for example those a government gives free for once. */
    static HolidayCalendar of(Collection<Holiday> holidays) {
        Map<LocalDate, Holiday> days = holidays.stream()
                .collect(Collectors.toUnmodifiableMap(Holiday::date, holiday -> holiday, (first, second) -> first));
        return day -> Optional.ofNullable(days.get(day));
    }

    /** These holidays and those of another calendar. */
    default HolidayCalendar and(HolidayCalendar other) {
        return day -> on(day).or(() -> other.on(day));
    }
}
