package org.putokaz.sync.api;

import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.QueryParameterParser;

/** Query parameters of a page of changes. */
record ChangesParameters(
        @QueryParam("since") @Parameter(ref = "since") @Nullable
        String since,

        @QueryParam("family") @Parameter(ref = "family") @Nullable
        List<String> family,

        @QueryParam("limit")
        @Parameter(
                description = "How many changes at most; a page also ends early where entries are large.",
                schema = @Schema(ref = "ChangeLimit"))
        @Nullable
        String limit,

        @QueryParam("wait")
        @Parameter(
                description = "How many seconds to wait for a change when there is none yet.",
                schema = @Schema(ref = "WaitSeconds"))
        @Nullable
        String seconds) {

    private static final int MAX_CHANGES = 1000;
    private static final int DEFAULT_CHANGES = 100;
    private static final int MAX_WAIT_SECONDS = 30;

    int maxChanges() {
        return QueryParameterParser.number("limit", limit, 1, MAX_CHANGES, DEFAULT_CHANGES);
    }

    Duration waitTime() {
        return Duration.ofSeconds(QueryParameterParser.number("wait", seconds, 0, MAX_WAIT_SECONDS, 0));
    }
}
