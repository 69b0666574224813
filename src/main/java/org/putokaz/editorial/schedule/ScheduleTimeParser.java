package org.putokaz.editorial.schedule;

import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the moment of a schedule (RFC 3339, with any offset; to the millisecond) and keeps it within reason. */
public final class ScheduleTimeParser {

    /** Beyond that somebody mistyped the year. */
    private static final int MOST_YEARS = 5;

    private static final String WHERE = "/at";
    private static final Pattern FORM =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    private ScheduleTimeParser() {}

    static Optional<Violation> findViolation(@Nullable String at) {
        if (at == null) {
            return Optional.of(Violation.at(WHERE, "required"));
        }
        return read(at).isPresent() ? Optional.empty() : Optional.of(Violation.at(WHERE, "not-a-moment"));
    }

    private static Optional<Instant> read(String at) {
        try {
            return FORM.matcher(at).matches()
                    ? Optional.of(OffsetDateTime.parse(at).toInstant().truncatedTo(ChronoUnit.MILLIS))
                    : Optional.empty();
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }

    /** @throws org.putokaz.problem.ProblemException 400 when it is no moment, 422 when it has passed or is too far away */
    public static Instant parseFuture(@Nullable String at, Instant now) {
        findViolation(at).ifPresent(violation -> {
            throw ProblemType.MALFORMED_REQUEST.with(violation);
        });
        Instant moment = read(String.valueOf(at)).orElseThrow();
        if (!moment.isAfter(now)) {
            throw ProblemType.INVALID_CONTENT.with(Violation.at(WHERE, "moment-past"));
        }
        if (moment.isAfter(now.atOffset(ZoneOffset.UTC).plusYears(MOST_YEARS).toInstant())) {
            throw ProblemType.INVALID_CONTENT.with(Violation.at(WHERE, "moment-too-far", MOST_YEARS));
        }
        return moment;
    }
}
