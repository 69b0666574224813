package org.putokaz.editorial.schedule;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.paging.CursorParameters;
import org.putokaz.http.request.QueryParameterParser;

/** Query parameters of the calendar. */
record CalendarParameters(
        @QueryParam("from")
        @Parameter(
                description = "Only from this day on, or from the first of the month or year, where the institution is;"
                        + " from today on unless said otherwise.",
                schema = @Schema(ref = "DayMonthOrYear"))
        @Nullable
        String from,

        @QueryParam("to")
        @Parameter(
                description = "Only up to this day, or to the last of the month or year, where the institution is.",
                schema = @Schema(ref = "DayMonthOrYear"))
        @Nullable
        String to,

        @QueryParam("state")
        @Parameter(
                description = "Only schedules in this state.",
                schema = @Schema(implementation = ScheduleState.class))
        @Nullable
        String state,

        @BeanParam CursorParameters page) {

    /** @throws org.putokaz.problem.ProblemException 400 for a malformed day */
    LocalDate firstDay(LocalDate today) {
        return Objects.requireNonNullElse(QueryParameterParser.firstDay("from", from), today);
    }

    /** @throws org.putokaz.problem.ProblemException 400 for a malformed day, or a range that ends before it begins */
    @Nullable
    LocalDate lastDay(LocalDate first) {
        LocalDate last = QueryParameterParser.lastDay("to", to);
        if (last != null && last.isBefore(first)) {
            throw QueryParameterParser.invalidParameter("to", "to-before-from");
        }
        return last;
    }

    /** @throws org.putokaz.problem.ProblemException 400 when it is no such state */
    @Nullable
    ScheduleState requestedState() {
        return QueryParameterParser.choice("state", state, ScheduleState.class);
    }

    /** Text that two equal queries share; a cursor is bound to it. */
    String queryText() {
        return "schedules&" + from + "&" + to + "&" + state;
    }
}
