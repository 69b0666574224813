package org.putokaz.sync.bundle;

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
import org.putokaz.http.request.PositionParameter;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.response.CacheControlPolicy;
import org.putokaz.http.response.CacheGroups;
import org.putokaz.http.response.LinkHeader;
import org.putokaz.sync.download.DocumentMetadata;
import org.putokaz.sync.download.DownloadRequest;
import org.putokaz.sync.download.DownloadService;
import org.putokaz.sync.download.DownloadableDocument;
import org.putokaz.sync.download.SignatureLinks;

/** Resource of {@code /api/v1/bundle}: the bundle in the language of the request, by {@link DownloadService}. */
@PermitAll
@Blocking
class BundleResource implements BundleApi {

    private final BundleDocumentFactory bundles;
    private final DownloadService downloads;
    private final CacheGroups cacheGroups;
    private final RequestContext requestContext;
    private final CurrentVertxRequest current;

    @Inject
    BundleResource(
            BundleDocumentFactory bundles,
            DownloadService downloads,
            CacheGroups cacheGroups,
            RequestContext requestContext,
            CurrentVertxRequest current) {
        this.bundles = bundles;
        this.downloads = downloads;
        this.cacheGroups = cacheGroups;
        this.requestContext = requestContext;
        this.current = current;
    }

    @Override
    public Uni<Response> get(@Nullable String lang, @Nullable String position) {
        // The instance behind the proxy: the response may be built on a thread without the request scope.
        RequestContext context = ClientProxy.unwrap(requestContext);
        DownloadableDocument document = bundles.forRequest(context);
        RoutingContext exchange = current.getCurrent();
        DownloadRequest request = DownloadRequest.from(exchange.request(), context.requiredPosition());
        String target = PositionParameter.removedFrom(LinkHeader.requestTarget(exchange.request()));
        return downloads
                .prepare(document, request)
                .map(signed -> downloads.respond(
                        signed, request, exchange, headers(signed.edition().metadata(), document, context, target)));
    }

    private Response.ResponseBuilder headers(
            DocumentMetadata metadata, DownloadableDocument document, RequestContext context, String target) {
        if (metadata.validUntil() != null) {
            context.validity().addChangeAt(metadata.validUntil());
        }
        String links = SignatureLinks.link(document.path()) + ", "
                + LinkHeader.of(target, context.languages().offered(), null);
        Response.ResponseBuilder response = Response.ok()
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, CacheControlPolicy.forContent(context))
                .header(HttpHeaders.CONTENT_LANGUAGE, context.language().tag())
                .header(HttpHeaders.LINK, links)
                .header(CacheGroups.HEADER, cacheGroups.of(target, context.validity()));
        if (!context.isLanguageInCanonicalSpelling()) {
            String location =
                    LinkHeader.withParameter(target, "lang", context.language().tag());
            response.header(HttpHeaders.CONTENT_LOCATION, location);
        }
        return response.header(
                HttpHeaders.VARY,
                context.isLanguageNegotiated() ? "Accept-Language, Accept-Encoding" : HttpHeaders.ACCEPT_ENCODING);
    }
}
