package org.putokaz.editorial.set;

import org.putokaz.http.request.QueryParameterParser;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the list of publishing sets can be asked for. */
record PublishingSetListParameters(
        @QueryParam("status")
        @Parameter(
                description = "Only sets that are in this state.",
                schema = @Schema(implementation = PublishingSetStatus.class))
        @Nullable
        String status,

        @QueryParam("limit") @Parameter(ref = "limit") @Nullable
        String limit,

        @QueryParam("cursor") @Parameter(ref = "cursor") @Nullable
        String cursor) {

    private static final int MOST = 100;
    private static final int USUAL = 20;

    int pageSize() {
        return QueryParameterParser.number("limit", limit, 1, MOST, USUAL);
    }

    @Nullable
    PublishingSetStatus requestedStatus() {
        return QueryParameterParser.choice("status", status, PublishingSetStatus.class);
    }

    /** What two equal queries share; a cursor is bound to it. */
    String identity() {
        return "publishing-sets&" + status;
    }
}
