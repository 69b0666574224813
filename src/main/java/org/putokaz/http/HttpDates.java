package org.putokaz.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** IMF-fixdate, the one form of a date that HTTP allows to send (RFC 9110, section 5.6.7). */
final class HttpDates {

    // Not RFC_1123_DATE_TIME: that one writes "3 Nov" where HTTP wants "03 Nov".
    private static final DateTimeFormatter IMF = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private HttpDates() {}

    static String write(Instant instant) {
        return IMF.format(instant);
    }

    /** Null where the header is missing or is no date: a condition that cannot be read is ignored. */
    static @Nullable Instant read(@Nullable String header) {
        if (header == null || header.length() > 40) {
            return null;
        }
        try {
            return Instant.from(IMF.parse(header.strip()));
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
