package org.putokaz.sync.api;

import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.QueryParameterParser;

/** What of the feed can be asked for. */
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

    private static final int MOST = 1000;
    private static final int USUALLY = 100;
    private static final int LONGEST_WAIT = 30;

    int most() {
        return QueryParameterParser.number("limit", limit, 1, MOST, USUALLY);
    }

    Duration patience() {
        return Duration.ofSeconds(QueryParameterParser.number("wait", seconds, 0, LONGEST_WAIT, 0));
    }
}
