package org.putokaz.editorial.api;

import org.putokaz.security.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Help guides as editors write them. */
@Path("/editorial/v1/help-guides")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: help guides")
class GuideEntriesResource extends EntriesResource {

    @Inject
    GuideEntriesResource(Workshop workshop, CurrentActor actor) {
        super("help-guides", workshop, actor);
    }
}
