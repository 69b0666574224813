package org.putokaz.live.read;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.QueryParameterParser;

/** The parameters that every list takes. */
public record ListParameters(
        @QueryParam("limit") @Parameter(ref = "limit") @Nullable
        String limit,

        @QueryParam("cursor") @Parameter(ref = "cursor") @Nullable
        String cursor,

        @QueryParam("count") @Parameter(ref = "count") @Nullable
        String count,

        @QueryParam("lang") @Parameter(ref = "lang") @Nullable
        String lang,

        @QueryParam("fields") @Parameter(ref = "fields") @Nullable
        String fields,

        @QueryParam("include") @Parameter(ref = "include") @Nullable
        String include) {

    static final int MOST = 100;
    static final int USUAL = 20;

    int pageSize() {
        return QueryParameterParser.number("limit", limit, 1, MOST, USUAL);
    }

    boolean wantsCount() {
        return Boolean.TRUE.equals(QueryParameterParser.flag("count", count));
    }
}
