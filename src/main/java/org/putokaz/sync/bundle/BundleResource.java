package org.putokaz.sync.bundle;

import org.putokaz.http.request.RequestContext;
import org.putokaz.http.response.CacheControlPolicy;
import org.putokaz.http.response.LinkHeader;
import org.putokaz.sync.download.DocumentWriter;
import org.putokaz.sync.download.DownloadRequest;
import org.putokaz.sync.download.DownloadService;
import org.putokaz.sync.download.SignatureLinks;
import io.quarkus.arc.ClientProxy;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

@PermitAll
@Blocking
class BundleResource implements BundleApi {

    private final BundleRequestReader desk;
    private final DownloadService downloads;
    private final RequestContext reader;
    private final CurrentVertxRequest current;

    @Inject
    BundleResource(
            BundleRequestReader desk, DownloadService downloads, RequestContext reader, CurrentVertxRequest current) {
        this.desk = desk;
        this.downloads = downloads;
        this.reader = reader;
        this.current = current;
    }

    @Override
    public Uni<Response> get(@Nullable String lang) {
        // The very one: what comes later may come outside the request's scope.
        RequestContext asking = ClientProxy.unwrap(reader);
        DocumentWriter author = desk.bundle(asking);
        RoutingContext exchange = current.getCurrent();
        DownloadRequest wanted = DownloadRequest.by(exchange.request());
        String target = LinkHeader.requestTarget(exchange.request());
        return downloads
                .ready(author, wanted)
                .map(ready -> downloads.answer(ready, wanted, exchange, headers(ready, asking, target)));
    }

    private static Response.ResponseBuilder headers(DownloadService.Ready ready, RequestContext reader, String target) {
        DocumentWriter.Written written = ready.edition().written();
        if (written.until() != null) {
            reader.validity().addChangeAt(written.until());
        }
        Response.ResponseBuilder answer = Response.ok()
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, CacheControlPolicy.forContent(reader))
                .header(HttpHeaders.CONTENT_LANGUAGE, reader.language().tag())
                .header(
                        HttpHeaders.LINK,
                        SignatureLinks.link(ready.edition().path()) + ", "
                                + LinkHeader.of(target, reader.languages().offered(), null));
        if (!reader.isLanguageNegotiated()) {
            return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        return answer.header(HttpHeaders.VARY, "Accept-Language, Accept-Encoding")
                .header(
                        HttpHeaders.CONTENT_LOCATION,
                        LinkHeader.withParameter(target, "lang", reader.language().tag()));
    }
}
