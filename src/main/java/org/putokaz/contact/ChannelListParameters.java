package org.putokaz.contact;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.WireEnum;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.read.EntryListQuery;
import org.putokaz.live.read.ListParameters;
import org.putokaz.live.read.SortOrder;

/** Query parameters of the list of contact channels. */
record ChannelListParameters(
        @BeanParam ChannelFilterParameters filter,

        @QueryParam("status")
        @Parameter(
                description = "Only channels that may be used today (`available`, also without this parameter), later"
                        + " (`upcoming`), no longer (`ended`), or `all`.",
                schema = @Schema(implementation = Availability.class, defaultValue = "available"))
        @Nullable
        String status,

        @QueryParam("sort")
        @Parameter(
                description =
                        "The order; a minus turns it round. By label as the alphabet of the answer's language goes.",
                schema =
                        @Schema(
                                enumeration = {"rank", "-rank", "label", "-label", "publishedAt", "-publishedAt"},
                                defaultValue = "rank"))
        @Nullable
        String sort,

        @BeanParam ListParameters list) {

    /** Availability of a channel as of today. */
    enum Availability implements WireEnum {
        AVAILABLE,
        UPCOMING,
        ENDED,
        ALL
    }

    private static final String STATUS = "status";
    private static final String TABLE = "live.contact_channel";
    private static final List<SortOrder> ORDERS =
            List.of(SortOrder.byOrderKey("rank"), SortOrder.byName("label"), SortOrder.PUBLISHED);

    EntryListQuery toQuery(RequestContext request) {
        Availability availability = QueryParameterParser.choice(STATUS, status, Availability.class);
        EntryListQuery query = filter.applyTo(
                list.applyTo(new EntryListQuery(ChannelFamily.NAME, TABLE, SortOrder.parse(sort, ORDERS))));
        return filterByAvailability(
                availability == null ? Availability.AVAILABLE : availability, request.today(), query);
    }

    static EntryListQuery availableOn(ChannelFilterParameters filter, LocalDate today) {
        return filterByAvailability(
                Availability.AVAILABLE,
                today,
                filter.applyTo(new EntryListQuery(ChannelFamily.NAME, TABLE, ORDERS.get(0))));
    }

    private static EntryListQuery filterByAvailability(
            Availability availability, LocalDate today, EntryListQuery query) {
        return switch (availability) {
            case AVAILABLE ->
                query.filterOnDay(today, "f.available_from <= ? and f.available_until >= ?", STATUS, availability);
            case UPCOMING -> query.filterOnDay(today, "f.available_from > ?", STATUS, availability);
            case ENDED -> query.filterOnDay(today, "f.available_until < ?", STATUS, availability);
            case ALL -> query;
        };
    }
}
