package org.putokaz.http.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.LazyResponse;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.putokaz.http.paging.PagedResponse;
import org.putokaz.http.problem.ProblemSerializer;
import org.putokaz.http.request.FeedSource;
import org.putokaz.http.request.PathAccess;
import org.putokaz.http.request.RequestContext;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;

/**
 * Response filter that turns what a resource returned into bytes and headers, by its type: a problem, a
 * {@link PrivateResponse}, a {@link BinaryResponse}, or the record of a public response, which is left to
 * {@link PublicResponseWriter}. The only place of the REST layer that writes JSON.
 */
@ApplicationScoped
public class ResponseWriter {

    private static final int LASTING_PROBLEM_SECONDS = 30;
    private static final int SERVER_ERROR = 500;

    private final RequestContext context;
    private final ObjectMapper json;
    private final ProblemSerializer problems;
    private final PublicResponseWriter publicResponses;

    @Inject
    public ResponseWriter(
            RequestContext context,
            ObjectMapper json,
            ProblemSerializer problems,
            PublicResponseWriter publicResponses) {
        this.context = context;
        this.json = json;
        this.problems = problems;
        this.publicResponses = publicResponses;
    }

    @ServerResponseFilter
    public void filter(ContainerRequestContext request, ContainerResponseContext response)
            throws JsonProcessingException {
        ResteasyReactiveRequestContext exchange = CurrentRequestManager.get();
        Object entity = exchange.getResponseEntity();
        if (entity instanceof ProblemException problem) {
            writeProblem(problem, request, response);
        } else if (entity instanceof PrivateResponse content) {
            writePrivate(content, exchange, response);
        } else if (entity instanceof BinaryResponse content) {
            writeBinary(content, request, response);
        } else if (entity instanceof Record content && (isAsReturned(exchange) || response.getStatus() == 200)) {
            publicResponses.write(content, exchange, response);
        }
    }

    /** Whether the resource returned the entity and not a {@code Response}, which makes the status 200. */
    private static boolean isAsReturned(ResteasyReactiveRequestContext exchange) {
        LazyResponse response = exchange.getResponse();
        return !response.isCreated() && response.isPredetermined();
    }

    private void writeProblem(
            ProblemException problem, ContainerRequestContext request, ContainerResponseContext response) {
        ProblemSerializer.writeHeaders(context.language(), response.getHeaders()::putSingle);
        response.getHeaders()
                .putSingle(
                        HttpHeaders.CACHE_CONTROL,
                        isLasting(problem, request)
                                ? CacheControlPolicy.atMost(context, LASTING_PROBLEM_SECONDS)
                                : "no-store");
        FeedSource source = context.validity().source();
        if (source != null && problem.type().status() < SERVER_ERROR) {
            response.getHeaders().putSingle(PublicResponse.POSITION_HEADER, Long.toString(source.position()));
        }
        response.setEntity(
                problems.serialize(problem, context.language()), null, MediaType.valueOf(ProblemSerializer.MEDIA_TYPE));
    }

    private static boolean isLasting(ProblemException problem, ContainerRequestContext request) {
        return (problem.type() == ProblemType.NOT_FOUND || problem.type() == ProblemType.GONE)
                && PathAccess.isPublicData("/" + request.getUriInfo().getPath().replaceFirst("^/", ""));
    }

    /** Never compressed: the length must not tell what is private beside what a caller can choose (BREACH). */
    private void writePrivate(
            PrivateResponse content, ResteasyReactiveRequestContext exchange, ContainerResponseContext response)
            throws JsonProcessingException {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
        headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, context.language().tag());
        if (content.version() != null) {
            headers.putSingle(HttpHeaders.ETAG, '"' + content.version() + '"');
        }
        if (content.location() != null && response.getStatus() == 201) {
            headers.putSingle(HttpHeaders.LOCATION, content.location());
        }
        if (content instanceof PagedResponse paged && paged.page().next() != null) {
            String target = LinkHeader.requestTarget(
                    exchange.unwrap(RoutingContext.class).request());
            headers.putSingle(
                    HttpHeaders.LINK, LinkHeader.next(target, paged.page().next()));
        }
        response.setEntity(json.writeValueAsBytes(content), null, MediaType.APPLICATION_JSON_TYPE);
    }

    private static void writeBinary(
            BinaryResponse content, ContainerRequestContext request, ContainerResponseContext response) {
        EntityTag tag = EntityTag.of(content.body());
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.ETAG, tag.header(false));
        headers.putSingle(HttpHeaders.CACHE_CONTROL, content.cacheControl());
        if (tag.matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(content.body(), null, MediaType.valueOf(content.type()));
        }
    }
}
