package org.putokaz.contact;

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
import org.putokaz.live.read.PageParameters;

/** HTTP interface of the contact channels. */
@Path("/api/v1/contact-channels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contact channels")
public interface ChannelsApi {

    @GET
    @Operation(
            operationId = "listContactChannels",
            summary = "List contact channels",
            description = "The one to try first comes first. Only channels that may be used today, unless `status` says"
                    + " otherwise. `include` can be `unit`.")
    ChannelPage list(@BeanParam ChannelListParameters parameters);

    @GET
    @Path("open-now")
    @Operation(
            operationId = "listContactChannelStates",
            summary = "List contact channels with their state at this moment",
            description = "Every channel that may be used today, and whether somebody answers right now. A channel"
                    + " whose hours are not stated is listed too, with `openNow` null: not knowing is not closed. With `language` only the"
                    + " hours count in which this language is served. Hours by appointment are never open.")
    OpenNowPage openNow(@BeanParam ChannelFilterParameters filter, @BeanParam PageParameters page);

    @GET
    @Path("{idOrSlug}")
    @Operation(
            operationId = "getContactChannel",
            summary = "Get one contact channel",
            description = "By its id or its slug. `include` can be `unit`.")
    ChannelView get(
            @PathParam("idOrSlug") @Parameter(ref = "idOrSlug") String idOrSlug, @BeanParam EntryParameters parameters);
}
