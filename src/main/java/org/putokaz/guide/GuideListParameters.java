package org.putokaz.guide;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.read.EntryListQuery;
import org.putokaz.live.read.ListParameters;
import org.putokaz.live.read.SortOrder;

/** Query parameters of the list of help guides. */
record GuideListParameters(
        @QueryParam("audience")
        @Parameter(
                description = "Only guides that speak to these people, or to the `public`.",
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

        @BeanParam ListParameters list) {

    private static final List<SortOrder> ORDERS =
            List.of(SortOrder.byOrderKey("sortOrder"), SortOrder.byName("title"), SortOrder.PUBLISHED);

    EntryListQuery toQuery() {
        return list.applyTo(new EntryListQuery(GuideFamily.NAME, "live.help_guide", SortOrder.parse(sort, ORDERS)))
                // No comparison that an index by audience answers: that would sort all guides of both audiences for
                // each page.
                .filter(
                        "case when f.audience = 'public' then true else f.audience = ? end",
                        "audience",
                        QueryParameterParser.choice("audience", audience, GuideAudience.class))
                .filterReferencing("contactChannels", QueryParameterParser.id("contactChannel", contactChannel));
    }
}
