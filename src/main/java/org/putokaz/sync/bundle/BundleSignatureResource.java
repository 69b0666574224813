package org.putokaz.sync.bundle;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.RequestContext;
import org.putokaz.sync.download.DownloadService;

@PermitAll
@Blocking
class BundleSignatureResource implements BundleSignatureApi {

    private final BundleRequestReader desk;
    private final DownloadService downloads;
    private final RequestContext reader;

    @Inject
    BundleSignatureResource(BundleRequestReader desk, DownloadService downloads, RequestContext reader) {
        this.desk = desk;
        this.downloads = downloads;
        this.reader = reader;
    }

    @Override
    public Uni<Response> get(@Nullable String lang) {
        return downloads.signature(desk.bundle(reader));
    }
}
