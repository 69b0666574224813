package org.putokaz.live.read;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Query parameters that all single entries have. */
public record EntryParameters(
        @QueryParam("lang") @Parameter(ref = "lang") @Nullable
        String lang,

        @QueryParam("fields") @Parameter(ref = "fields") @Nullable
        String fields,

        @QueryParam("include") @Parameter(ref = "include") @Nullable
        String include,

        @QueryParam("position") @Parameter(ref = "position") @Nullable
        String position) {}
