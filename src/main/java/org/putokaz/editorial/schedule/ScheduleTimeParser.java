package org.putokaz.editorial.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/**
 * Parser of the time of a schedule: RFC 3339 with any offset, truncated to milliseconds, within the next five years.
 */
public final class ScheduleTimeParser {

    /** A later time is taken for a typing error. */
    private static final int MAX_YEARS_AHEAD = 5;

    private static final String POINTER = "/at";
    private static final Pattern FORMAT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    private ScheduleTimeParser() {}

    /** The violation of a value that is missing or is no such time. */
    static Optional<Violation> findViolation(@Nullable String at) {
        if (at == null) {
            return Optional.of(Violation.at(POINTER, "required"));
        }
        return parse(at).isPresent() ? Optional.empty() : Optional.of(Violation.at(POINTER, "not-a-moment"));
    }

    private static Optional<Instant> parse(String at) {
        try {
            return FORMAT.matcher(at).matches()
                    ? Optional.of(OffsetDateTime.parse(at).toInstant().truncatedTo(ChronoUnit.MILLIS))
                    : Optional.empty();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /**
     * Parses a time after now.
     *
     * @throws org.putokaz.problem.ProblemException 400 when it is missing or is no such time, 422 when it has passed or
     *     is too far away
     */
    public static Instant parseFuture(@Nullable String at, Instant now) {
        findViolation(at).ifPresent(violation -> {
            throw ProblemType.MALFORMED_REQUEST.with(violation);
        });
        Instant time = parse(String.valueOf(at)).orElseThrow();
        if (!time.isAfter(now)) {
            throw ProblemType.INVALID_CONTENT.with(Violation.at(POINTER, "moment-past"));
        }
        if (time.isAfter(now.atOffset(ZoneOffset.UTC).plusYears(MAX_YEARS_AHEAD).toInstant())) {
            throw ProblemType.INVALID_CONTENT.with(Violation.at(POINTER, "moment-too-far", MAX_YEARS_AHEAD));
        }
        return time;
    }
}
