package org.putokaz.editorial.api;

import org.putokaz.security.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** History events as editors write them. */
@Path("/editorial/v1/history-events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: history events")
class EventEntriesResource extends EntriesResource {

    @Inject
    EventEntriesResource(Workshop workshop, CurrentActor actor) {
        super("history-events", workshop, actor);
    }
}
