package org.putokaz.history;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.read.EntryListQuery;
import org.putokaz.live.read.ListParameters;
import org.putokaz.live.read.SortOrder;

/** Query parameters of the list of history events. */
record EventListParameters(
        @QueryParam("category")
        @Parameter(
                description = "Only events of this category.",
                schema = @Schema(implementation = EventCategory.class))
        @Nullable
        String category,

        @QueryParam("unit")
        @Parameter(description = "Only events that concern the unit with this id.", schema = @Schema(ref = "Id"))
        @Nullable
        String unit,

        @QueryParam("from")
        @Parameter(
                description =
                        "Only events that may have happened on this day or later; of a month or a year, from its first day on.",
                schema = @Schema(ref = "DayMonthOrYear"))
        @Nullable
        String from,

        @QueryParam("to")
        @Parameter(
                description =
                        "Only events that may have happened on this day or earlier; of a month or a year, to its last day.",
                schema = @Schema(ref = "DayMonthOrYear"))
        @Nullable
        String to,

        @QueryParam("sort")
        @Parameter(
                description = "The order; a minus turns it round. By `date`, an event whose earliest day is not known"
                        + " stands at its latest.",
                schema =
                        @Schema(
                                enumeration = {"date", "-date", "title", "-title", "publishedAt", "-publishedAt"},
                                defaultValue = "date"))
        @Nullable
        String sort,

        @BeanParam ListParameters list) {

    private static final List<SortOrder> ORDERS =
            List.of(SortOrder.byOrderKey("date"), SortOrder.byName("title"), SortOrder.PUBLISHED);

    EntryListQuery toQuery() {
        LocalDate first = QueryParameterParser.firstDay("from", from);
        LocalDate last = QueryParameterParser.lastDay("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw QueryParameterParser.invalidParameter("to", "to-before-from");
        }
        return list.applyTo(new EntryListQuery(EventFamily.NAME, "live.history_event", SortOrder.parse(sort, ORDERS)))
                .filterIndexed(
                        "category", "category", QueryParameterParser.choice("category", category, EventCategory.class))
                .filterReferencing("units", QueryParameterParser.id("unit", unit))
                .filter("f.latest >= ?", "first", first)
                .filter("f.earliest <= ?", "last", last);
    }
}
