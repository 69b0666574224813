package org.putokaz.sync.bundle;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.RequestContext;
import org.putokaz.sync.download.DownloadService;

/** Resource of {@code /api/v1/bundle.jws}: the signature of the bundle, by {@link DownloadService}. */
@PermitAll
@Blocking
class BundleSignatureResource implements BundleSignatureApi {

    private final BundleDocumentFactory bundles;
    private final DownloadService downloads;
    private final RequestContext request;

    @Inject
    BundleSignatureResource(BundleDocumentFactory bundles, DownloadService downloads, RequestContext request) {
        this.bundles = bundles;
        this.downloads = downloads;
        this.request = request;
    }

    @Override
    public Uni<Response> get(@Nullable String lang) {
        return downloads.signatureResponse(bundles.forRequest(request));
    }
}
