package org.putokaz.editorial.replacementset;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.draft.IdempotencyService;
import org.putokaz.editorial.set.PublishingSetView;
import org.putokaz.editorial.set.PublishingSetViewService;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.security.Actor;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;

/** {@code /editorial/v1/publishing-sets/replacements}: preview and creation of sets by {@link ReplacementSetService}. */
@RolesAllowed(Role.Names.EDITOR)
class ReplacementSetsResource implements ReplacementSetsApi {

    private final ReplacementSetService replacements;
    private final PublishingSetViewService views;
    private final IdempotencyService idempotency;
    private final CurrentActor actor;

    @Inject
    ReplacementSetsResource(
            ReplacementSetService replacements,
            PublishingSetViewService views,
            IdempotencyService idempotency,
            CurrentActor actor) {
        this.replacements = replacements;
        this.views = views;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    @Override
    public PublishingSetView create(@Nullable String key, InputStream body) {
        Actor editor = actor.get();
        byte[] bytes = JsonBodyReader.readBytes(body, JsonBodyReader.MAX_SMALL_BODY_BYTES);
        ReplacementRequest request = ReplacementRequest.read(bytes);
        UUID id = idempotency.executeOnce(editor, key, PATH, bytes, () -> replacements.create(request, editor));
        return views.view(id);
    }

    @Override
    public ReplacementPreview preview(ReplacementParameters parameters) {
        ReplacementRequest request = parameters.toRequest();
        return new ReplacementPreview(
                request.requiredEntry(), request.requiredReplacement(), replacements.preview(request, actor.get()));
    }
}
