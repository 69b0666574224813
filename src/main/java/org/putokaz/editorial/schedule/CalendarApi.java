package org.putokaz.editorial.schedule;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** HTTP interface of the calendar of schedules. */
@Path(CalendarApi.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: overview")
interface CalendarApi {

    String PATH = "/editorial/v1/schedules";

    @GET
    @Operation(
            operationId = "listSchedules",
            summary = "See what is scheduled",
            description =
                    "What will be published or withdrawn by itself, and what became of it: the schedules of entries"
                            + " and of publishing sets, in the order of their time.")
    CalendarPage list(@BeanParam CalendarParameters filter);
}
