package org.putokaz.editorial.comment;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.putokaz.security.CurrentActor;

/** Resource of {@code /editorial/v1/history-events/{id}/comments}: the comments on history events. */
@Path("/editorial/v1/history-events/{id}/comments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: history events")
class EventCommentsResource extends EntryCommentsResource {

    @Inject
    EventCommentsResource(EntryCommentService comments, CurrentActor actor) {
        super(comments, actor);
    }

    @Override
    String family() {
        return "history-events";
    }
}
