package org.putokaz.editorial.api;

import org.putokaz.security.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Contact channels as editors write them. */
@Path("/editorial/v1/contact-channels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: contact channels")
class ChannelEntriesResource extends EntriesResource {

    @Inject
    ChannelEntriesResource(Workshop workshop, CurrentActor actor) {
        super("contact-channels", workshop, actor);
    }
}
