package org.putokaz.editorial.entrypoint;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** HTTP interface of the entry point of the editorial API. */
@Path(EditorialEntryPointApi.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: forms")
interface EditorialEntryPointApi {

    String PATH = "/editorial/v1";

    @GET
    @Operation(
            operationId = "getEditorialEntryPoint",
            summary = "Start editing here",
            description = "Links to everything that the role of the token may use.")
    EditorialEntryPoint get();
}
