package org.putokaz.editorial.comment;

import jakarta.annotation.security.RolesAllowed;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EntryIdParser;
import org.putokaz.http.paging.CursorParameters;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;

/**
 * Resource of {@code /editorial/v1/<family>/{id}/comments}: the comments on an entry, read and written through {@link
 * EntryCommentService}; one subclass for each family.
 */
@RolesAllowed(Role.Names.EDITOR)
abstract class EntryCommentsResource implements EntryCommentsApi {

    private final EntryCommentService comments;
    private final CurrentActor actor;

    EntryCommentsResource(EntryCommentService comments, CurrentActor actor) {
        this.comments = comments;
        this.actor = actor;
    }

    /** The name of the family, as it is in the path. */
    abstract String family();

    @Override
    public EntryCommentPage list(String id, CursorParameters parameters) {
        return comments.page(family(), EntryIdParser.parse(id), parameters);
    }

    @Override
    public EntryCommentView get(String id, String comment) {
        return comments.get(family(), EntryIdParser.parse(id), comment);
    }

    @Override
    public EntryCommentView add(String id, @Nullable String key, InputStream body) {
        byte[] bytes = JsonBodyReader.readBytes(body, JsonBodyReader.MAX_SMALL_BODY_BYTES);
        return comments.add(family(), EntryIdParser.parse(id), key, bytes, actor.get());
    }
}
