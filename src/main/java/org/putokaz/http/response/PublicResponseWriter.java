package org.putokaz.http.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.putokaz.http.request.CanonicalIds;
import org.putokaz.http.request.FeedSource;
import org.putokaz.http.request.HeaderValues;
import org.putokaz.http.request.PositionParameter;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.response.PublicResponse.CacheSink;
import org.putokaz.http.response.PublicResponse.ClientValidators;

/**
 * Writer of public responses: builds the {@link PublicResponse}, offers it to the cache, and sends the
 * representation that the client accepts, or a 304.
 */
@Singleton
class PublicResponseWriter {

    private final RequestContext context;
    private final PublicResponseFactory responses;

    @Inject
    PublicResponseWriter(RequestContext context, PublicResponseFactory responses) {
        this.context = context;
        this.responses = responses;
    }

    void write(Record content, ResteasyReactiveRequestContext exchange, ContainerResponseContext response)
            throws JsonProcessingException {
        RoutingContext routing = exchange.unwrap(RoutingContext.class);
        String target = CanonicalIds.in(PositionParameter.removedFrom(LinkHeader.requestTarget(routing.request())));
        PublicResponse cacheable = responses.create(content, target);
        offerToCache(cacheable, routing);

        MultiMap requestHeaders = routing.request().headers();
        boolean gzip = cacheable.isCompressible()
                && GzipEncoding.isAcceptedBy(HeaderValues.joined(requestHeaders, HttpHeaders.ACCEPT_ENCODING));
        MultiMap headers = routing.response().headers();
        if (cacheable.matches(validators(requestHeaders), context.now())) {
            writeHeaders(cacheable, gzip, headers);
            response.setStatus(304);
            response.setEntity(null);
        } else {
            byte[] body = gzip ? cacheable.gzip() : cacheable.body();
            writeHeaders(cacheable, gzip, headers);
            writeContentHeaders(cacheable, gzip, headers);
            setBody(body, cacheable.type(), exchange, response);
        }
    }

    private void offerToCache(PublicResponse response, RoutingContext routing) {
        boolean storable = !context.isFormatNegotiated() && !context.validity().isLimitedToNow();
        if (storable && routing.get(PublicResponse.CACHE_SINK_ATTRIBUTE) instanceof CacheSink cache) {
            cache.store(response);
        }
    }

    private static ClientValidators validators(MultiMap requestHeaders) {
        return new ClientValidators(
                HeaderValues.joined(requestHeaders, HttpHeaders.IF_NONE_MATCH),
                HeaderValues.joined(requestHeaders, HttpHeaders.IF_MODIFIED_SINCE));
    }

    /** Headers of the response with and without a body. */
    private void writeHeaders(PublicResponse response, boolean gzip, MultiMap headers) {
        Instant now = context.now();
        FeedSource source = response.source();
        if (source != null) {
            headers.set(PublicResponse.POSITION_HEADER, Long.toString(source.position()));
        }
        response.writeStableHeaders(gzip, headers::set);
        long remaining = response.remainingSeconds(now, context.validity().scheduledChange());
        headers.set(HttpHeaders.CACHE_CONTROL, response.cacheControl(remaining));
        Instant modified = response.lastModified(now);
        if (modified != null) {
            headers.set(HttpHeaders.LAST_MODIFIED, HttpDateFormat.format(modified));
        }
    }

    private static void writeContentHeaders(PublicResponse response, boolean gzip, MultiMap headers) {
        headers.set(HttpHeaders.CONTENT_TYPE, response.type());
        if (gzip) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
    }

    /**
     * Sets the bytes to send. For GET they are written past the REST layer, whose search for writers, headers and media
     * types would make an entry that is not cached a tenth dearer (docs/decisions/0026).
     */
    private static void setBody(
            byte[] body, String type, ResteasyReactiveRequestContext exchange, ContainerResponseContext response) {
        if (exchange.getMethod().equals(HttpMethod.GET)) {
            exchange.setEntityWriter((current, entity) ->
                    current.serverResponse().setStatusCode(200).end(body));
        } else {
            response.setEntity(body, null, MediaType.valueOf(type));
        }
    }
}
