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

/**
 * Formatter and parser of HTTP dates (RFC 9110, section 5.6.7): writes IMF-fixdate, the one form that may be sent, and
 * reads the two obsolete forms too.
 */
public final class HttpDateFormat {

    // Not RFC_1123_DATE_TIME: that one writes "3 Nov" where HTTP wants "03 Nov".
    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    /** Obsolete, as is the form of asctime; recipients must still accept both. */
    private static final DateTimeFormatter RFC_850 = new DateTimeFormatterBuilder()
            .appendPattern("EEEE, dd-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
            .appendPattern(" HH:mm:ss 'GMT'")
            .toFormatter(Locale.US)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US).withZone(ZoneOffset.UTC);

    private static final List<DateTimeFormatter> ACCEPTED = List.of(IMF_FIXDATE, RFC_850, ASCTIME);

    private static final int MAX_LENGTH = 40;

    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    /** The last {@code Date} header that was made: it is the same for all responses of one second. */
    private static volatile DateHeader latest = new DateHeader(0, "Thu, 01 Jan 1970 00:00:00 GMT");

    private record DateHeader(long epochSecond, CharSequence value) {}

    private HttpDateFormat() {}

    /** The value of {@code Date}, in the form that Vert.x copies without encoding it again. */
    public static CharSequence dateHeader(Instant now) {
        DateHeader header = latest;
        if (header.epochSecond() != now.getEpochSecond()) {
            header = new DateHeader(now.getEpochSecond(), HttpHeaders.createOptimized(format(now)));
            latest = header;
        }
        return header.value();
    }

    /**
     * The instant as IMF-fixdate, without fractions of a second. Written by hand, as every uncached response has one;
     * right for the years 0 to 9999.
     */
    public static String format(Instant instant) {
        OffsetDateTime at = instant.atOffset(ZoneOffset.UTC);
        StringBuilder date = new StringBuilder(29);
        date.append(DAYS.get(at.getDayOfWeek().getValue() - 1)).append(", ");
        twoDigits(at.getDayOfMonth(), date).append(' ');
        date.append(MONTHS.get(at.getMonthValue() - 1)).append(' ');
        twoDigits(at.getYear() / 100, date);
        twoDigits(at.getYear() % 100, date).append(' ');
        twoDigits(at.getHour(), date).append(':');
        twoDigits(at.getMinute(), date).append(':');
        return twoDigits(at.getSecond(), date).append(" GMT").toString();
    }

    private static StringBuilder twoDigits(int number, StringBuilder date) {
        return date.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** The instant, or null when the header is missing or not a date: an invalid condition is ignored. */
    public static @Nullable Instant parse(@Nullable String header) {
        if (header == null || header.length() > MAX_LENGTH) {
            return null;
        }
        for (DateTimeFormatter format : ACCEPTED) {
            try {
                return Instant.from(format.parse(header.strip()));
            } catch (DateTimeException anotherFormat) {
                // The next format is tried.
            }
        }
        return null;
    }
}
