package org.putokaz.live.read;

import org.putokaz.http.paging.KeysetPager;
import org.putokaz.http.request.QueryParameterParser;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Query parameters that all lists of entries have. */
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

    int pageSize() {
        return KeysetPager.pageSize(limit);
    }

    boolean isCountRequested() {
        return Boolean.TRUE.equals(QueryParameterParser.flag("count", count));
    }
}
