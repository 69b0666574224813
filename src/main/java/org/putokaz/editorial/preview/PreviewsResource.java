package org.putokaz.editorial.preview;

import org.putokaz.http.request.RequestContext;
import org.putokaz.http.response.PreviewResponse;
import org.putokaz.live.consistency.ConsistentRead;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

@PermitAll
@ConsistentRead(snapshotTransaction = true)
class PreviewsResource implements PreviewsApi {

    private final PreviewService previews;
    private final RequestContext reader;

    @Inject
    PreviewsResource(PreviewService previews, RequestContext reader) {
        this.previews = previews;
        this.reader = reader;
    }

    @Override
    public PreviewResponse get(String link, @Nullable String lang) {
        return new PreviewResponse(previews.show(link, reader));
    }
}
