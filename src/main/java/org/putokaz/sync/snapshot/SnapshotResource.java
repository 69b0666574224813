package org.putokaz.sync.snapshot;

import org.putokaz.http.response.CacheControlPolicy;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.sync.FamilyParameter;
import org.putokaz.sync.download.DocumentWriter;
import org.putokaz.sync.download.DownloadRequest;
import org.putokaz.sync.download.DownloadService;
import org.putokaz.sync.download.SignatureLinks;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

@PermitAll
@Blocking
class SnapshotResource implements SnapshotApi {

    private final SnapshotWriter snapshots;
    private final DownloadService downloads;
    private final ContentFamilyRegistry families;
    private final CurrentVertxRequest current;

    @Inject
    SnapshotResource(
            SnapshotWriter snapshots,
            DownloadService downloads,
            ContentFamilyRegistry families,
            CurrentVertxRequest current) {
        this.snapshots = snapshots;
        this.downloads = downloads;
        this.families = families;
        this.current = current;
    }

    @Override
    public Uni<Response> get(SnapshotParameters query) {
        DocumentWriter author = snapshots.of(FamilyParameter.of(query.family(), families));
        RoutingContext exchange = current.getCurrent();
        DownloadRequest wanted = DownloadRequest.by(exchange.request());
        return downloads
                .ready(author, wanted)
                .map(ready -> downloads.answer(ready, wanted, exchange, headers(author.path())));
    }

    private static Response.ResponseBuilder headers(String path) {
        return Response.ok()
                .type(NDJSON)
                .header(HttpHeaders.CACHE_CONTROL, CacheControlPolicy.ALWAYS_REVALIDATE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.LINK, SignatureLinks.link(path) + ", </openapi.json>; rel=\"service-desc\"");
    }
}
