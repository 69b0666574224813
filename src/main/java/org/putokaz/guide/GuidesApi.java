package org.putokaz.guide;

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

/** HTTP interface of the help guides. */
@Path("/api/v1/help-guides")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Help guides")
public interface GuidesApi {

    @GET
    @Operation(
            operationId = "listHelpGuides",
            summary = "List help guides",
            description = "Each with all its steps. `include` can be `contactChannels`.")
    GuidePage list(@BeanParam GuideListParameters parameters);

    @GET
    @Path("{idOrSlug}")
    @Operation(
            operationId = "getHelpGuide",
            summary = "Get one help guide",
            description = "By its id or its slug, with all its steps. `include` can be `contactChannels`.")
    GuideView get(
            @PathParam("idOrSlug") @Parameter(ref = "idOrSlug") String idOrSlug, @BeanParam EntryParameters parameters);

    @GET
    @Path("{idOrSlug}/steps")
    @Operation(
            operationId = "listHelpGuideSteps",
            summary = "List the steps of a help guide",
            description = "In the order in which they are to be taken. `include` can be `contactChannels`.")
    StepList steps(
            @PathParam("idOrSlug") @Parameter(ref = "idOrSlug") String idOrSlug, @BeanParam EntryParameters parameters);

    @GET
    @Path("{idOrSlug}/steps/{step}")
    @Operation(
            operationId = "getHelpGuideStep",
            summary = "Get one step of a help guide",
            description = "By its id or its slug. `include` can be `contactChannels`.")
    StepView step(
            @PathParam("idOrSlug") @Parameter(ref = "idOrSlug") String idOrSlug,
            @PathParam("step") @Parameter(ref = "step") String step,
            @BeanParam EntryParameters parameters);
}
