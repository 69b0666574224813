package org.putokaz.contact;

import org.putokaz.live.read.ListParameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Paging and language of the list of states; its entries are always whole. */
record OpenNowParameters(
        @QueryParam("limit") @Parameter(ref = "limit") @Nullable
        String limit,

        @QueryParam("cursor") @Parameter(ref = "cursor") @Nullable
        String cursor,

        @QueryParam("count") @Parameter(ref = "count") @Nullable
        String count,

        @QueryParam("lang") @Parameter(ref = "lang") @Nullable
        String lang) {

    ListParameters list() {
        return new ListParameters(limit, cursor, count, lang, null, null);
    }
}
