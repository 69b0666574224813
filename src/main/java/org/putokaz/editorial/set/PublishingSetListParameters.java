package org.putokaz.editorial.set;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.paging.CursorParameters;
import org.putokaz.http.request.QueryParameterParser;

/** Query parameters of the list of publishing sets. */
record PublishingSetListParameters(
        @QueryParam("status")
        @Parameter(
                description = "Only sets that are in this state.",
                schema = @Schema(implementation = PublishingSetStatus.class))
        @Nullable
        String status,

        @BeanParam CursorParameters page) {

    /** @throws org.putokaz.problem.ProblemException 400 when it is no such status */
    @Nullable
    PublishingSetStatus requestedStatus() {
        return QueryParameterParser.choice("status", status, PublishingSetStatus.class);
    }

    /** Text that two equal queries share; a cursor is bound to it. */
    String queryText() {
        return "publishing-sets&" + status;
    }
}
