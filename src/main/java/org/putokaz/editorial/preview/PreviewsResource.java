package org.putokaz.editorial.preview;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.response.PreviewResponse;
import org.putokaz.live.consistency.ConsistentRead;

/** Resource of {@code /preview/v1}: previews by link, from {@link PreviewService}. The link is the only credential. */
@PermitAll
@ConsistentRead(snapshotTransaction = true)
class PreviewsResource implements PreviewsApi {

    private final PreviewService previews;
    private final RequestContext request;

    @Inject
    PreviewsResource(PreviewService previews, RequestContext request) {
        this.previews = previews;
        this.request = request;
    }

    @Override
    public PreviewResponse get(String link, @Nullable String lang) {
        return new PreviewResponse(previews.preview(link, request));
    }
}
