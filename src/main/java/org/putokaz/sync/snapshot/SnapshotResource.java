package org.putokaz.sync.snapshot;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.putokaz.http.response.CacheControlPolicy;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.sync.FamilyParameter;
import org.putokaz.sync.download.DownloadRequest;
import org.putokaz.sync.download.DownloadService;
import org.putokaz.sync.download.DownloadableDocument;
import org.putokaz.sync.download.SignatureLinks;

/** Resource of {@code /api/v1/snapshot}: the snapshot of the selected families, by {@link DownloadService}. */
@PermitAll
@Blocking
class SnapshotResource implements SnapshotApi {

    private final SnapshotDocumentFactory snapshots;
    private final DownloadService downloads;
    private final ContentFamilyRegistry families;
    private final CurrentVertxRequest current;

    @Inject
    SnapshotResource(
            SnapshotDocumentFactory snapshots,
            DownloadService downloads,
            ContentFamilyRegistry families,
            CurrentVertxRequest current) {
        this.snapshots = snapshots;
        this.downloads = downloads;
        this.families = families;
        this.current = current;
    }

    @Override
    public Uni<Response> get(SnapshotParameters parameters) {
        DownloadableDocument document = snapshots.forFamilies(FamilyParameter.parse(parameters.family(), families));
        RoutingContext exchange = current.getCurrent();
        DownloadRequest request = DownloadRequest.from(exchange.request(), 0);
        return downloads
                .prepare(document, request)
                .map(signed -> downloads.respond(signed, request, exchange, headers(document.path())));
    }

    private static Response.ResponseBuilder headers(String path) {
        return Response.ok()
                .type(NDJSON)
                .header(HttpHeaders.CACHE_CONTROL, CacheControlPolicy.ALWAYS_REVALIDATE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.LINK, SignatureLinks.link(path) + ", </openapi.json>; rel=\"service-desc\"");
    }
}
