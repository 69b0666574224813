package org.putokaz.editorial.comment;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.putokaz.security.CurrentActor;

/** Resource of {@code /editorial/v1/organisational-units/{id}/comments}: the comments on organisational units. */
@Path("/editorial/v1/organisational-units/{id}/comments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: organisational units")
class UnitCommentsResource extends EntryCommentsResource {

    @Inject
    UnitCommentsResource(EntryCommentService comments, CurrentActor actor) {
        super(comments, actor);
    }

    @Override
    String family() {
        return "organisational-units";
    }
}
