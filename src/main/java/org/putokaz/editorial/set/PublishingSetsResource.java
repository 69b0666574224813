package org.putokaz.editorial.set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.draft.IdempotencyService;
import org.putokaz.editorial.replacement.CancelledDrafts;
import org.putokaz.http.request.IfMatch;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.security.Actor;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;

/**
 * {@code /editorial/v1/publishing-sets}: creation, reading and change of publishing sets by {@link
 * PublishingSetService}.
 */
@RolesAllowed(Role.Names.EDITOR)
class PublishingSetsResource implements PublishingSetsApi {

    /** Room for {@link PublishingSetRequest#MAX_MEMBERS} members with a note each, in three languages. */
    private static final int MAX_BODY_BYTES = 1024 * 1024;

    private final PublishingSetService service;
    private final PublishingSetListService lists;
    private final PublishingSetViewService views;
    private final IdempotencyService idempotency;
    private final CurrentActor actor;

    @Inject
    PublishingSetsResource(
            PublishingSetService service,
            PublishingSetListService lists,
            PublishingSetViewService views,
            IdempotencyService idempotency,
            CurrentActor actor) {
        this.service = service;
        this.lists = lists;
        this.views = views;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    @Override
    public PublishingSetView create(@Nullable String key, InputStream body) {
        Actor editor = actor.get();
        byte[] bytes = JsonBodyReader.readBytes(body, MAX_BODY_BYTES);
        PublishingSetRequest request = PublishingSetRequest.read(bytes);
        UUID id = idempotency.executeOnce(editor, key, BASE_PATH, bytes, () -> service.create(request, editor));
        return views.view(id);
    }

    @Override
    public PublishingSetPage list(PublishingSetListParameters filter) {
        return lists.page(filter);
    }

    @Override
    public PublishingSetView get(String id) {
        return views.view(SetIdParser.parse(id));
    }

    @Override
    public PublishingSetView replace(String id, @Nullable String ifMatch, InputStream body) {
        PublishingSetRequest request = PublishingSetRequest.read(JsonBodyReader.readBytes(body, MAX_BODY_BYTES));
        UUID setId = SetIdParser.parse(id);
        service.replace(setId, IfMatch.parse(ifMatch), request, actor.get());
        return views.view(setId);
    }

    @Override
    public PublishingSetView cancel(String id, @Nullable String drafts, @Nullable String ifMatch) {
        CancelledDrafts handling = Objects.requireNonNullElse(
                QueryParameterParser.choice("drafts", drafts, CancelledDrafts.class), CancelledDrafts.RESTORE);
        UUID setId = SetIdParser.parse(id);
        service.cancel(setId, IfMatch.parse(ifMatch), handling, actor.get());
        return views.view(setId);
    }
}
