package org.putokaz.editorial.comment;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.putokaz.security.CurrentActor;

/** Resource of {@code /editorial/v1/help-guides/{id}/comments}: the comments on help guides. */
@Path("/editorial/v1/help-guides/{id}/comments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: help guides")
class GuideCommentsResource extends EntryCommentsResource {

    @Inject
    GuideCommentsResource(EntryCommentService comments, CurrentActor actor) {
        super(comments, actor);
    }

    @Override
    String family() {
        return "help-guides";
    }
}
