package org.putokaz.sync;

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
import org.putokaz.http.Freshness;
import org.putokaz.http.Links;
import org.putokaz.http.Reader;

@PermitAll
@Blocking
class BundleResource implements BundleApi {

    private final BundleDesk desk;
    private final Downloads downloads;
    private final Reader reader;
    private final CurrentVertxRequest current;

    @Inject
    BundleResource(BundleDesk desk, Downloads downloads, Reader reader, CurrentVertxRequest current) {
        this.desk = desk;
        this.downloads = downloads;
        this.reader = reader;
        this.current = current;
    }

    @Override
    public Uni<Response> get(@Nullable String lang) {
        // The very one: what comes later may come outside the request's scope.
        Reader asking = ClientProxy.unwrap(reader);
        Author author = desk.bundle(asking);
        RoutingContext exchange = current.getCurrent();
        Wanted wanted = Wanted.by(exchange.request());
        String target = Links.target(exchange.request());
        return downloads
                .ready(author, wanted)
                .map(ready -> downloads.answer(ready, wanted, exchange, headers(ready, asking, target)));
    }

    private static Response.ResponseBuilder headers(Downloads.Ready ready, Reader reader, String target) {
        Author.Written written = ready.edition().written();
        if (written.until() != null) {
            reader.changesAt(written.until());
        }
        Response.ResponseBuilder answer = Response.ok()
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, Freshness.ofAnswer(reader))
                .header(HttpHeaders.CONTENT_LANGUAGE, reader.language().tag())
                .header(
                        HttpHeaders.LINK,
                        Signatures.link(ready.edition().path()) + ", "
                                + Links.of(target, reader.languages().offered(), null));
        if (!reader.languageNegotiated()) {
            return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        return answer.header(HttpHeaders.VARY, "Accept-Language, Accept-Encoding")
                .header(
                        HttpHeaders.CONTENT_LOCATION,
                        Links.with(target, "lang", reader.language().tag()));
    }
}
