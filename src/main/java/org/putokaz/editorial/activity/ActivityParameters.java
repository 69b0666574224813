package org.putokaz.editorial.activity;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.paging.CursorParameters;
import org.putokaz.http.request.QueryParameterParser;

/** Query parameters of the list of actions of editors. */
record ActivityParameters(
        @QueryParam("entry")
        @Parameter(description = "Only what was done to the entry with this id.", schema = @Schema(ref = "Id"))
        @Nullable
        String entry,

        @QueryParam("lang") @Parameter(ref = "lang") @Nullable
        String lang,

        @BeanParam CursorParameters page) {

    /** @throws org.putokaz.problem.ProblemException 400 when it is malformed */
    @Nullable
    UUID requestedEntry() {
        return QueryParameterParser.id("entry", entry);
    }

    /** Text that two equal queries share; a cursor is bound to it. */
    String queryText() {
        return "activity&" + requestedEntry();
    }
}
