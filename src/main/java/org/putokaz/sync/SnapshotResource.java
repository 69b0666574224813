package org.putokaz.sync;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.putokaz.http.Freshness;
import org.putokaz.live.Families;

@PermitAll
@Blocking
class SnapshotResource implements SnapshotApi {

    private final Snapshots snapshots;
    private final Downloads downloads;
    private final Families families;
    private final CurrentVertxRequest current;

    @Inject
    SnapshotResource(Snapshots snapshots, Downloads downloads, Families families, CurrentVertxRequest current) {
        this.snapshots = snapshots;
        this.downloads = downloads;
        this.families = families;
        this.current = current;
    }

    @Override
    public Uni<Response> get(SnapshotQuery query) {
        Author author = snapshots.of(FamilyNames.of(query.family(), families));
        RoutingContext exchange = current.getCurrent();
        Wanted wanted = Wanted.by(exchange.request());
        return downloads
                .ready(author, wanted)
                .map(ready -> downloads.answer(ready, wanted, exchange, headers(author.path())));
    }

    private static Response.ResponseBuilder headers(String path) {
        return Response.ok()
                .type(NDJSON)
                .header(HttpHeaders.CACHE_CONTROL, Freshness.ASK_EACH_TIME)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.LINK, Signatures.link(path) + ", </openapi.json>; rel=\"service-desc\"");
    }
}
