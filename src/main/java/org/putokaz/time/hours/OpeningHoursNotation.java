package org.putokaz.time.hours;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.InvalidValueException;

/**
 * Parser of opening hours in one line, a subset of {@code opening_hours} of OpenStreetMap: {@code Mo-Fr 08:00-16:00; Sa
 * 09:00-13:00; PH off; Europe/Belgrade} or {@code 24/7; Europe/Belgrade}. Days are English ({@code Mo}) or Serbian in either script
 * ({@code пон}, {@code čet}), in any case, and an en dash is a hyphen. Hours of public holidays are {@code PH off} or {@code PH
 * 10:00-12:00}. Not in OpenStreetMap: {@code PH same} and the time zone. A day
 * that is in no part is closed. Unlike there, a later part never replaces an earlier one: a day in two parts is an error.
 */
public final class OpeningHoursNotation {

    private static final String ALWAYS = "24/7";
    private static final Pattern ZONE = Pattern.compile("\\p{L}+(?:/[\\p{L}_+-]+)+");
    private static final Pattern RULE = Pattern.compile("([\\p{L}.,\\s-]*?\\p{L}\\.?)\\s+(off|closed|same|[0-9].*)");
    private static final Pattern INTERVAL =
            Pattern.compile("([0-9]{1,2})(?::([0-9]{2}))?\\s*-\\s*([0-9]{1,2})(?::([0-9]{2}))?");

    /** Abbreviations by day, in the order of the week. */
    private static final Map<String, Weekday> DAYS = Map.ofEntries(
            Map.entry("mo", Weekday.MONDAY),
            Map.entry("tu", Weekday.TUESDAY),
            Map.entry("we", Weekday.WEDNESDAY),
            Map.entry("th", Weekday.THURSDAY),
            Map.entry("fr", Weekday.FRIDAY),
            Map.entry("sa", Weekday.SATURDAY),
            Map.entry("su", Weekday.SUNDAY),
            Map.entry("пон", Weekday.MONDAY),
            Map.entry("уто", Weekday.TUESDAY),
            Map.entry("сре", Weekday.WEDNESDAY),
            Map.entry("чет", Weekday.THURSDAY),
            Map.entry("пет", Weekday.FRIDAY),
            Map.entry("суб", Weekday.SATURDAY),
            Map.entry("нед", Weekday.SUNDAY),
            Map.entry("pon", Weekday.MONDAY),
            Map.entry("uto", Weekday.TUESDAY),
            Map.entry("sre", Weekday.WEDNESDAY),
            Map.entry("čet", Weekday.THURSDAY),
            Map.entry("pet", Weekday.FRIDAY),
            Map.entry("sub", Weekday.SATURDAY),
            Map.entry("ned", Weekday.SUNDAY));

    private final List<WeeklyHours> weekly = new ArrayList<>();
    private final Set<Weekday> named = EnumSet.noneOf(Weekday.class);
    private final List<OpeningInterval> holidayIntervals = new ArrayList<>();
    private boolean alwaysOpen;
    private @Nullable HolidayRule holidays;
    private @Nullable String timezone;

    private OpeningHoursNotation() {}

    /**
     * Reads hours without exceptions. The time zone and the holiday rule are null when the text does not say them; {@code 24/7}
     * includes holidays.
     *
     * @throws InvalidValueException {@code hours-notation-unreadable} with the part, {@code hours-notation-day-repeated} with the
     *     day, {@code hours-notation-always-open-with-days}, {@code time-not-hh-mm}
     */
    public static OpeningHours parse(String text) {
        OpeningHoursNotation reader = new OpeningHoursNotation();
        for (String part : text.strip().replaceFirst(";$", "").split(";", -1)) {
            reader.readPart(part.strip());
        }
        return reader.hours();
    }

    private void readPart(String part) {
        Matcher rule = RULE.matcher(part.replace('–', '-').toLowerCase(Locale.ROOT));
        if (part.equals(ALWAYS) && !alwaysOpen) {
            alwaysOpen = true;
        } else if (timezone == null && ZONE.matcher(part).matches()) {
            timezone = part;
        } else if (!rule.matches()) {
            throw unreadable(part);
        } else if (rule.group(1).equals("ph")) {
            readHolidays(part, rule.group(2));
        } else {
            readDays(part, rule.group(1), rule.group(2));
        }
    }

    private void readHolidays(String part, String rule) {
        if (holidays != null || !holidayIntervals.isEmpty()) {
            throw unreadable(part);
        }
        switch (rule) {
            case "off", "closed" -> holidays = HolidayRule.CLOSED;
            case "same" -> holidays = HolidayRule.SAME;
            default -> {
                for (String interval : rule.split(",", -1)) {
                    holidayIntervals.add(readInterval(part, interval.strip()));
                }
            }
        }
    }

    private void readDays(String part, String days, String intervals) {
        List<Weekday> on = new ArrayList<>();
        for (String range : days.split(",", -1)) {
            for (Weekday day : readRange(part, range)) {
                if (!named.add(day)) {
                    throw new InvalidValueException("hours-notation-day-repeated", day.code());
                }
                on.add(day);
            }
        }
        if (intervals.equals("off") || intervals.equals("closed")) {
            return;
        }
        for (String interval : intervals.split(",", -1)) {
            OpeningInterval read = readInterval(part, interval.strip());
            weekly.add(new WeeklyHours(on, read.opens(), read.closes()));
        }
    }

    /** One day, or the days from one to another, over the end of the week if need be. */
    private static Collection<Weekday> readRange(String part, String range) {
        String[] ends = range.split("-", -1);
        if (ends.length > 2) {
            throw unreadable(part);
        }
        int first = readDay(part, ends[0]).ordinal();
        int last = readDay(part, ends[ends.length - 1]).ordinal();
        Weekday[] week = Weekday.values();
        List<Weekday> days = new ArrayList<>();
        for (int i = 0; i <= Math.floorMod(last - first, week.length); i++) {
            days.add(week[(first + i) % week.length]);
        }
        return days;
    }

    private static Weekday readDay(String part, String word) {
        Weekday day = DAYS.get(word.strip().replaceFirst("\\.$", ""));
        if (day == null) {
            throw unreadable(part);
        }
        return day;
    }

    private static OpeningInterval readInterval(String part, String interval) {
        Matcher times = INTERVAL.matcher(interval);
        if (!times.matches()) {
            throw unreadable(part);
        }
        TimeOfDay opens = TimeOfDay.parse(clock(times.group(1), times.group(2)));
        String closes = clock(times.group(3), times.group(4));
        return new OpeningInterval(opens, TimeOfDay.parse(closes.equals("24:00") ? "00:00" : closes));
    }

    private static String clock(String hour, @Nullable String minute) {
        return (hour.length() == 1 ? "0" : "") + hour + ":" + (minute == null ? "00" : minute);
    }

    private OpeningHours hours() {
        if (alwaysOpen && (!named.isEmpty() || holidays == HolidayRule.CLOSED || !holidayIntervals.isEmpty())) {
            throw new InvalidValueException("hours-notation-always-open-with-days");
        }
        HolidayRule rule = alwaysOpen ? HolidayRule.SAME : holidays;
        return OpeningHoursBuilder.builder(OpeningHours.of(timezone, alwaysOpen, weekly, rule, List.of()))
                .holidayIntervals(holidayIntervals)
                .build();
    }

    private static InvalidValueException unreadable(String part) {
        return new InvalidValueException("hours-notation-unreadable", part);
    }
}
