package org.putokaz.sync.api;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Query parameters of the event stream. */
record StreamParameters(
        @QueryParam("since") @Parameter(ref = "since") @Nullable
        String since,

        @QueryParam("family") @Parameter(ref = "family") @Nullable
        List<String> family) {}
