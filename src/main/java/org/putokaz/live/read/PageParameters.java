package org.putokaz.live.read;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.paging.KeysetPager;
import org.putokaz.http.request.QueryParameterParser;

/** Query parameters of every paged list of entries: the page, the language and the position of the feed. */
public record PageParameters(
        @QueryParam("limit") @Parameter(ref = "limit") @Nullable
        String limit,

        @QueryParam("cursor") @Parameter(ref = "cursor") @Nullable
        String cursor,

        @QueryParam("count") @Parameter(ref = "count") @Nullable
        String count,

        @QueryParam("lang") @Parameter(ref = "lang") @Nullable
        String lang,

        @QueryParam("position") @Parameter(ref = "position") @Nullable
        String position) {

    int pageSize() {
        return KeysetPager.pageSize(limit);
    }

    boolean isCountRequested() {
        return Boolean.TRUE.equals(QueryParameterParser.flag("count", count));
    }
}
