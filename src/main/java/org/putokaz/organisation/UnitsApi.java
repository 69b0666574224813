package org.putokaz.organisation;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.read.EntryParameters;

/** HTTP interface of the organisational units. */
@Path("/api/v1/organisational-units")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisational units")
public interface UnitsApi {

    /** Query parameters of the tree. */
    record TreeParameters(
            @QueryParam("asOf")
            @Parameter(
                    description = "The day the tree is of, `yyyy-mm-dd`; today if left out.",
                    schema = @Schema(ref = "Day"))
            @Nullable
            String asOf,

            @QueryParam("lang") @Parameter(ref = "lang") @Nullable
            String lang,

            @QueryParam("position") @Parameter(ref = "position") @Nullable
            String position) {}

    @GET
    @Operation(
            operationId = "listOrganisationalUnits",
            summary = "List organisational units",
            description =
                    "The institution's units, those that no longer exist included, with their services. `include` can be"
                            + " `parent`, `predecessors`, `successors`, `serviceChannels`.")
    UnitPage list(@BeanParam UnitListParameters parameters);

    @GET
    @Path("tree")
    @Operation(
            operationId = "getOrganisationalUnitTree",
            summary = "Get the tree of units as of a day",
            description = "Which units there were on a day, and which was part of which.")
    UnitTree tree(@BeanParam TreeParameters parameters);

    @GET
    @Path("{idOrSlug}")
    @Operation(
            operationId = "getOrganisationalUnit",
            summary = "Get one organisational unit",
            description =
                    "By its id or its slug, with its services. `include` can be `parent`, `predecessors`, `successors`,"
                            + " `serviceChannels`.")
    UnitView get(
            @PathParam("idOrSlug") @Parameter(ref = "idOrSlug") String idOrSlug, @BeanParam EntryParameters parameters);
}
