package org.putokaz.live.read;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Query parameters of a list whose entries can be reduced to some fields and come with related ones. */
public record ListParameters(
        @BeanParam PageParameters page,

        @QueryParam("fields") @Parameter(ref = "fields") @Nullable
        String fields,

        @QueryParam("include") @Parameter(ref = "include") @Nullable
        String include) {}
