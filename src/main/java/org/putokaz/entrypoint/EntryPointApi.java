package org.putokaz.entrypoint;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** API of the entry point. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Entry point")
public interface EntryPointApi {

    /** Query parameters. */
    record EntryPointParameters(
            @QueryParam("lang") @Parameter(ref = "lang") @Nullable
            String lang,

            @QueryParam("position") @Parameter(ref = "position") @Nullable
            String position) {}

    @GET
    @Operation(
            operationId = "getEntryPoint",
            summary = "Start here",
            description = "The institution, the languages, and links to everything.")
    EntryPoint get(@BeanParam EntryPointParameters parameters);
}
