package org.putokaz.security.audit;

import org.putokaz.http.request.QueryParameterParser;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the audit trail can be asked for. */
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
                description = "Only from this day on, `yyyy-mm-dd`, where the institution is.",
                schema = @Schema(ref = "Day"))
        @Nullable
        String from,

        @QueryParam("to")
        @Parameter(
                description = "Only up to this day, `yyyy-mm-dd`, where the institution is.",
                schema = @Schema(ref = "Day"))
        @Nullable
        String to,

        @QueryParam("limit") @Parameter(ref = "limit") @Nullable
        String limit,

        @QueryParam("cursor") @Parameter(ref = "cursor") @Nullable
        String cursor) {

    /** Conditions on {@code a}, all of which hold, and the values bound in them. */
    record Filter(List<String> conditions, Map<String, Object> values) {

        Filter and(String condition, String name, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                values.put(name, value);
            }
            return this;
        }

        /** What two equal queries share and two different ones do not. */
        String identity() {
            return "audit?" + values;
        }
    }

    /** @throws org.putokaz.problem.ProblemException 400 with what cannot be read */
    Filter filter(ZoneId zone) {
        LocalDate first = QueryParameterParser.day("from", from);
        LocalDate last = QueryParameterParser.day("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw QueryParameterParser.invalidParameter("to", "to-before-from");
        }
        return new Filter(new ArrayList<>(), new TreeMap<>())
                .and("a.entry = :entry", "entry", QueryParameterParser.id("entry", entry))
                .and("a.actorId = :actor", "actor", actor)
                .and("a.action = :action", "action", action)
                .and(
                        "a.at >= :first",
                        "first",
                        first == null ? null : first.atStartOfDay(zone).toInstant())
                .and(
                        "a.at < :end",
                        "end",
                        last == null
                                ? null
                                : last.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
