package org.putokaz.guide;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Parameters;
import org.putokaz.live.ListQuery;
import org.putokaz.live.Listing;
import org.putokaz.live.Order;

/** What a list of guides can be asked for. */
record GuideQuery(
        @QueryParam("audience")
        @Parameter(
                description = "Only guides that speak to these people.",
                schema = @Schema(implementation = GuideAudience.class))
        @Nullable
        String audience,

        @QueryParam("contactChannel")
        @Parameter(
                description = "Only guides of which a step sends the reader to the channel with this id.",
                schema = @Schema(ref = "Id"))
        @Nullable
        String contactChannel,

        @QueryParam("sort")
        @Parameter(
                description =
                        "The order; a minus turns it round. By title as the alphabet of the answer's language goes.",
                schema =
                        @Schema(
                                enumeration = {
                                    "sortOrder",
                                    "-sortOrder",
                                    "title",
                                    "-title",
                                    "publishedAt",
                                    "-publishedAt"
                                },
                                defaultValue = "sortOrder"))
        @Nullable
        String sort,

        @BeanParam ListQuery list) {

    private static final List<Order> ORDERS = List.of(Order.own("sortOrder"), Order.named("title"), Order.PUBLISHED);

    Listing listing() {
        return new Listing(GuideFamily.NAME, "live.help_guide", Order.asked(sort, ORDERS))
                .in("audience", "audience", Parameters.choice("audience", audience, GuideAudience.class))
                .naming("contactChannels", Parameters.id("contactChannel", contactChannel));
    }
}
