package org.putokaz.editorial.api;

import org.putokaz.security.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Organisational units as editors write them. */
@Path("/editorial/v1/organisational-units")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: organisational units")
class UnitEntriesResource extends EntriesResource {

    @Inject
    UnitEntriesResource(Workshop workshop, CurrentActor actor) {
        super("organisational-units", workshop, actor);
    }
}
