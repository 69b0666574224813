package org.putokaz.http.paging;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Query parameters of a list that is read page by page: the size of a page, and the cursor of the one that is asked for. */
public record CursorParameters(
        @QueryParam("limit") @Parameter(ref = "limit") @Nullable
        String limit,

        @QueryParam("cursor") @Parameter(ref = "cursor") @Nullable
        String cursor) {

    /**
     * Pager of the page that is asked for.
     *
     * @param cursorKey the secret of this installation's cursors
     * @param query text that two equal queries share and two different ones do not
     * @throws org.putokaz.problem.ProblemException 400 when a parameter is invalid, or the cursor belongs to another query
     */
    public KeysetPager pager(String cursorKey, String query) {
        return new KeysetPager(cursorKey, query, KeysetPager.pageSize(limit), cursor);
    }
}
