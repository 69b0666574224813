package org.putokaz.editorial.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** HTTP interface of the list of entries of all families. */
@Path(EntryQueueApi.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: overview")
interface EntryQueueApi {

    String PATH = "/editorial/v1/entries";

    @GET
    @Operation(
            operationId = "listEntries",
            summary = "List the entries of all families",
            description = "What an editor has to do: for example `attention=true`, `status=submitted`, `stale=true` or"
                    + " `translation=outdated`. The youngest entry comes first unless `sort` says otherwise.")
    EntryPage list(@BeanParam EntryListParameters filter);
}
