package org.putokaz.editorial.comment;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.putokaz.security.CurrentActor;

/** Resource of {@code /editorial/v1/contact-channels/{id}/comments}: the comments on contact channels. */
@Path("/editorial/v1/contact-channels/{id}/comments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: contact channels")
class ChannelCommentsResource extends EntryCommentsResource {

    @Inject
    ChannelCommentsResource(EntryCommentService comments, CurrentActor actor) {
        super(comments, actor);
    }

    @Override
    String family() {
        return "contact-channels";
    }
}
