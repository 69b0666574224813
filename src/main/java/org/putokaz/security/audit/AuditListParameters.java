package org.putokaz.security.audit;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.paging.CursorParameters;
import org.putokaz.http.request.QueryParameterParser;

/** Query parameters of the list of audit entries. */
record AuditListParameters(
        @QueryParam("entry")
        @Parameter(description = "Only what was done to the entry with this id.", schema = @Schema(ref = "Id"))
        @Nullable
        String entry,

        @QueryParam("actor")
        @Parameter(
                description = "Only what this actor did, by the id that an entry of the trail shows.",
                schema = @Schema(maxLength = 500))
        @Nullable
        String actor,

        @QueryParam("action")
        @Parameter(description = "Only this action.", example = "token-created", schema = @Schema(maxLength = 60))
        @Nullable
        String action,

        @QueryParam("from")
        @Parameter(
                description =
                        "Only from this day on, or from the first of the month or year, where the institution is.",
                schema = @Schema(ref = "DayMonthOrYear"))
        @Nullable
        String from,

        @QueryParam("to")
        @Parameter(
                description = "Only up to this day, or to the last of the month or year, where the institution is.",
                schema = @Schema(ref = "DayMonthOrYear"))
        @Nullable
        String to,

        @BeanParam CursorParameters page) {

    /**
     * @throws org.putokaz.problem.ProblemException 400 for a malformed id or day, or a range that ends before it begins
     */
    AuditFilter filter(ZoneId zone) {
        LocalDate first = QueryParameterParser.firstDay("from", from);
        LocalDate last = QueryParameterParser.lastDay("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw QueryParameterParser.invalidParameter("to", "to-before-from");
        }
        return new AuditFilter()
                .and("a.entry = :entry", "entry", QueryParameterParser.id("entry", entry))
                .and("a.actorId = :actor", "actor", actor)
                .and("a.action = :action", "action", action)
                .and("a.at >= :first", "first", first == null ? null : startOf(first, zone))
                .and("a.at < :end", "end", last == null ? null : startOf(last.plusDays(1), zone));
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
