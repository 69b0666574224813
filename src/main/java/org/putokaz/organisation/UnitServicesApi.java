package org.putokaz.organisation;

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
import org.putokaz.organisation.service.ServiceList;
import org.putokaz.organisation.service.ServiceListParameters;
import org.putokaz.organisation.service.ServiceView;

/** HTTP interface of the services of an organisational unit. */
@Path("/api/v1/organisational-units/{idOrSlug}/services")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisational units")
public interface UnitServicesApi {

    @GET
    @Operation(
            operationId = "listOrganisationalUnitServices",
            summary = "List the services of an organisational unit",
            description = "In the order that its editors chose. `include` can be `channels`.")
    ServiceList list(
            @PathParam("idOrSlug") @Parameter(ref = "idOrSlug") String idOrSlug,
            @BeanParam ServiceListParameters parameters);

    @GET
    @Path("{service}")
    @Operation(
            operationId = "getOrganisationalUnitService",
            summary = "Get one service of an organisational unit",
            description = "By its id or its slug. `include` can be `channels`.")
    ServiceView get(
            @PathParam("idOrSlug") @Parameter(ref = "idOrSlug") String idOrSlug,
            @PathParam("service") @Parameter(ref = "service") String service,
            @BeanParam EntryParameters parameters);
}
