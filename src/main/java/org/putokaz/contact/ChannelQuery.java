package org.putokaz.contact;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Parameters;
import org.putokaz.http.Reader;
import org.putokaz.http.Token;
import org.putokaz.live.ListQuery;
import org.putokaz.live.Listing;
import org.putokaz.live.Order;

/** What a list of channels can be asked for. */
record ChannelQuery(
        @BeanParam ChannelFilter filter,

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

        @BeanParam ListQuery list) {

    /** When a channel may be used, seen from today. */
    enum Availability implements Token {
        AVAILABLE,
        UPCOMING,
        ENDED,
        ALL
    }

    private static final String STATUS = "status";
    private static final String TABLE = "live.contact_channel";
    private static final List<Order> ORDERS = List.of(Order.own("rank"), Order.named("label"), Order.PUBLISHED);

    Listing listing(Reader reader) {
        Availability asked = Parameters.choice(STATUS, status, Availability.class);
        Listing listing = filter.narrow(new Listing(ChannelFamily.NAME, TABLE, Order.asked(sort, ORDERS)));
        return within(asked == null ? Availability.AVAILABLE : asked, reader.today(), listing);
    }

    static Listing available(ChannelFilter filter, LocalDate today) {
        return within(
                Availability.AVAILABLE, today, filter.narrow(new Listing(ChannelFamily.NAME, TABLE, ORDERS.get(0))));
    }

    private static Listing within(Availability availability, LocalDate today, Listing listing) {
        return switch (availability) {
            case AVAILABLE ->
                listing.on(today, "f.available_from <= ? and f.available_until >= ?", STATUS, availability);
            case UPCOMING -> listing.on(today, "f.available_from > ?", STATUS, availability);
            case ENDED -> listing.on(today, "f.available_until < ?", STATUS, availability);
            case ALL -> listing;
        };
    }
}
