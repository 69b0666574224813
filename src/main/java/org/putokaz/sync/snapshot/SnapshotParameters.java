package org.putokaz.sync.snapshot;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Query parameters of the snapshot. */
record SnapshotParameters(
        @QueryParam("family") @Parameter(ref = "family") @Nullable
        List<String> family) {}
