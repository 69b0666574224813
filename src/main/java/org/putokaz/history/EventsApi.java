package org.putokaz.history;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.putokaz.live.read.EntryParameters;

/** HTTP interface of the history events. */
@Path("/api/v1/history-events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "History events")
public interface EventsApi {

    @GET
    @Operation(
            operationId = "listHistoryEvents",
            summary = "List history events",
            description = "The timeline, oldest first. `include` can be `units`.")
    EventPage list(@BeanParam EventListParameters parameters);

    @GET
    @Path("{idOrSlug}")
    @Operation(
            operationId = "getHistoryEvent",
            summary = "Get one history event",
            description = "By its id or its slug. `include` can be `units`.")
    EventView get(
            @PathParam("idOrSlug") @Parameter(ref = "idOrSlug") String idOrSlug, @BeanParam EntryParameters parameters);
}
