package org.putokaz.http.response;

import io.vertx.core.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** IMF-fixdate, the one form of a date that HTTP allows to send (RFC 9110, section 5.6.7). */
public final class HttpDateFormat {

    // Not RFC_1123_DATE_TIME: that one writes "3 Nov" where HTTP wants "03 Nov".
    private static final DateTimeFormatter IMF = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    /** What servers of long ago sent; whoever reads dates still has to know them. */
    private static final DateTimeFormatter RFC_850 = new DateTimeFormatterBuilder()
            .appendPattern("EEEE, dd-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
            .appendPattern(" HH:mm:ss 'GMT'")
            .toFormatter(Locale.US)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US).withZone(ZoneOffset.UTC);

    private static final List<DateTimeFormatter> READABLE = List.of(IMF, RFC_850, ASCTIME);

    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static volatile Second latest = new Second(0, "Thu, 01 Jan 1970 00:00:00 GMT");

    private record Second(long epochSecond, CharSequence date) {}

    private HttpDateFormat() {}

    /** The same for the {@code Date} of a response, which is written once a second. */
    public static CharSequence ofResponse(Instant now) {
        Second known = latest;
        if (known.epochSecond() != now.getEpochSecond()) {
            known = new Second(now.getEpochSecond(), HttpHeaders.createOptimized(write(now)));
            latest = known;
        }
        return known.date();
    }

    /** Written out, because every answer that is made anew carries one; for the years 0 to 9999, as the form has four digits. */
    public static String write(Instant instant) {
        OffsetDateTime at = instant.atOffset(ZoneOffset.UTC);
        StringBuilder date = new StringBuilder(29);
        date.append(DAYS.get(at.getDayOfWeek().ordinal())).append(", ");
        twoDigits(at.getDayOfMonth(), date).append(' ');
        date.append(MONTHS.get(at.getMonthValue() - 1)).append(' ');
        twoDigits(at.getYear() / 100, date);
        twoDigits(at.getYear() % 100, date).append(' ');
        twoDigits(at.getHour(), date).append(':');
        twoDigits(at.getMinute(), date).append(':');
        return twoDigits(at.getSecond(), date).append(" GMT").toString();
    }

    private static StringBuilder twoDigits(int number, StringBuilder to) {
        return to.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** Null where the header is missing or is no date: a condition that cannot be read is ignored. */
    public static @Nullable Instant read(@Nullable String header) {
        if (header == null || header.length() > 40) {
            return null;
        }
        for (DateTimeFormatter form : READABLE) {
            try {
                return Instant.from(form.parse(header.strip()));
            } catch (DateTimeException notInThisForm) {
                continue;
            }
        }
        return null;
    }
}
