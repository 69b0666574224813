package org.putokaz.sync;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Reader;

@PermitAll
@Blocking
class BundleSignatureResource implements BundleSignatureApi {

    private final BundleDesk desk;
    private final Downloads downloads;
    private final Reader reader;

    @Inject
    BundleSignatureResource(BundleDesk desk, Downloads downloads, Reader reader) {
        this.desk = desk;
        this.downloads = downloads;
        this.reader = reader;
    }

    @Override
    public Uni<Response> get(@Nullable String lang) {
        return downloads.signature(desk.bundle(reader));
    }
}
