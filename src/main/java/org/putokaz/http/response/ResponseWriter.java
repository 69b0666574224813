package org.putokaz.http.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.ClientProxy;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.LazyResponse;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.putokaz.http.edge.EdgeHandler;
import org.putokaz.http.paging.PagedResponse;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.http.problem.ProblemDocument;
import org.putokaz.http.request.HeaderValues;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.request.SparseFieldset;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;

/**
 * Turns an answer into its representation: bytes, entity tag, coding, and the headers that follow from them. Nothing
 * else writes JSON, so every answer keeps the same rules.
 */
@ApplicationScoped
public class ResponseWriter {

    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String HTML = "text/html;charset=utf-8";
    private static final int SECONDS_OF_NOTHING = 30;

    private final RequestContext reader;
    private final ObjectMapper json;
    private final MessageCatalogue messages;

    @Inject
    public ResponseWriter(RequestContext reader, ObjectMapper json, MessageCatalogue messages) {
        this.reader = reader;
        this.json = json;
        this.messages = messages;
    }

    @ServerResponseFilter
    public void write(ContainerRequestContext request, ContainerResponseContext response)
            throws JsonProcessingException {
        ResteasyReactiveRequestContext exchange = CurrentRequestManager.get();
        Object entity = exchange.getResponseEntity();
        if (entity instanceof ProblemException failure) {
            writeProblem(failure, request, response);
        } else if (entity instanceof PrivateResponse answer) {
            writePrivate(answer, request, response);
        } else if (entity instanceof BinaryResponse answer) {
            answer.write(request, response);
        } else if (entity instanceof Record content && (isAsReturned(exchange) || response.getStatus() == 200)) {
            writeAnswer(exchange, content, response);
        }
    }

    /** Whether it is what a resource gave back and nobody has said a word about, which makes it 200. */
    private static boolean isAsReturned(ResteasyReactiveRequestContext exchange) {
        LazyResponse response = exchange.getResponse();
        return !response.isCreated() && response.isPredetermined();
    }

    private CacheableResponse.Body body(Record content, RequestContext served) throws JsonProcessingException {
        if (content instanceof HtmlResponse page) {
            byte[] html = page.html().getBytes(StandardCharsets.UTF_8);
            return new CacheableResponse.Body(html, HTML, EntityTag.of(html));
        }
        byte[] body = json.writeValueAsBytes(
                served.fields().isEmpty() ? content : wanted(content, served.fields()));
        return new CacheableResponse.Body(body, MediaType.APPLICATION_JSON, EntityTag.of(body));
    }

    /** The fields that are asked for. */
    private JsonNode wanted(Record content, Set<String> fields) {
        JsonNode tree = json.valueToTree(content);
        SparseFieldset.keepOnly(fields, tree);
        return tree;
    }

    /** No coding: what is private beside what a caller can choose must not show in a length (BREACH). */
    private void writePrivate(
            PrivateResponse answer, ContainerRequestContext request, ContainerResponseContext response)
            throws JsonProcessingException {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
        headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, reader.language().tag());
        if (answer.version() != null) {
            headers.putSingle(HttpHeaders.ETAG, '"' + answer.version() + '"');
        }
        if (answer.location() != null && response.getStatus() == 201) {
            headers.putSingle(HttpHeaders.LOCATION, answer.location());
        }
        if (answer instanceof PagedResponse paged && paged.page().next() != null) {
            headers.putSingle(
                    HttpHeaders.LINK,
                    LinkHeader.next(
                            LinkHeader.target(CurrentRequestManager.get()
                                    .unwrap(RoutingContext.class)
                                    .request()),
                            paged.page().next()));
        }
        response.setEntity(json.writeValueAsBytes(answer), null, MediaType.APPLICATION_JSON_TYPE);
    }

    private void writeProblem(
            ProblemException failure, ContainerRequestContext request, ContainerResponseContext response)
            throws JsonProcessingException {
        byte[] body = json.writeValueAsBytes(ProblemDocument.of(failure, messages, reader.language()));
        response.setEntity(body, null, MediaType.valueOf(PROBLEM_JSON));
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, reader.language().tag());
        headers.putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        boolean settled = (failure.problem() == ProblemType.NOT_FOUND || failure.problem() == ProblemType.GONE)
                && EdgeHandler.isPublic("/" + request.getUriInfo().getPath().replaceFirst("^/", ""));
        headers.putSingle(
                HttpHeaders.CACHE_CONTROL,
                settled ? CacheControlPolicy.ofPointer(reader, SECONDS_OF_NOTHING) : "no-store");
    }

    private void writeAnswer(ResteasyReactiveRequestContext exchange, Record content, ContainerResponseContext response)
            throws JsonProcessingException {
        RoutingContext context = exchange.unwrap(RoutingContext.class);
        // Himself: each call by way of the proxy would look him up again.
        RequestContext served = ClientProxy.unwrap(reader);
        CacheableResponse answer = answer(LinkHeader.target(context.request()), content, body(content, served), served);
        if (!served.formatNegotiated() && !served.holdsOnlyNow()) {
            keep(answer, context);
        }
        MultiMap asked = context.request().headers();
        boolean gzip = answer.isCodable()
                && GzipEncoding.isAcceptedBy(
                        HeaderValues.joined(asked, io.vertx.core.http.HttpHeaders.ACCEPT_ENCODING));
        if (answer.isHeldBy(has(asked), served.now())) {
            writeHead(answer, gzip, served, response.getHeaders()::putSingle);
            response.setStatus(304);
            response.setEntity(null);
        } else if (exchange.getMethod().equals(HttpMethod.GET)) {
            exchange.setEntityWriter((here, same) -> send(answer, gzip, served, here));
        } else {
            writeHead(answer, gzip, served, response.getHeaders()::putSingle);
            if (gzip) {
                response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
            response.setEntity(gzip ? answer.gzip() : answer.body(), null, MediaType.valueOf(answer.type()));
        }
    }

    /** What stands above the body, and where there is none. */
    private static void writeHead(
            CacheableResponse answer, boolean gzip, RequestContext served, BiConsumer<String, String> header) {
        answer.writeFields(gzip, header);
        header.accept(HttpHeaders.CACHE_CONTROL, answer.cacheControl(answer.left(served.now(), served.awaited())));
        Instant modified = answer.lastModified(served.now());
        if (modified != null) {
            header.accept(HttpHeaders.LAST_MODIFIED, HttpDateFormat.write(modified));
        }
    }

    /**
     * As it is. Left to the REST layer, which would make a response of it, and look for what writes bytes, headers and
     * media types, an entry that nobody has asked for before takes a tenth longer. What a resource would set on a response of
     * its own is not looked at: it gives back its content, and nothing else.
     */
    private static void send(
            CacheableResponse answer, boolean gzip, RequestContext served, ResteasyReactiveRequestContext exchange) {
        byte[] bytes = gzip ? answer.gzip() : answer.body();
        ServerHttpResponse wire = exchange.serverResponse();
        wire.setStatusCode(200);
        MultiMap fields = exchange.unwrap(RoutingContext.class).response().headers();
        BiConsumer<String, String> header = fields::set;
        writeHead(answer, gzip, served, header);
        if (gzip) {
            header.accept(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        header.accept(HttpHeaders.CONTENT_TYPE, answer.type());
        wire.end(bytes);
    }

    private static CacheableResponse.Has has(MultiMap asked) {
        return new CacheableResponse.Has(
                HeaderValues.joined(asked, io.vertx.core.http.HttpHeaders.IF_NONE_MATCH),
                HeaderValues.joined(asked, io.vertx.core.http.HttpHeaders.IF_MODIFIED_SINCE));
    }

    private static void keep(CacheableResponse answer, RoutingContext context) {
        if (context.get(CacheableResponse.KEEPER) instanceof CacheableResponse.Keeper keeper) {
            keeper.keep(answer);
        }
    }

    private static CacheableResponse answer(
            String target, Record content, CacheableResponse.Body body, RequestContext served) {
        boolean everyLanguage = content instanceof MultilingualResponse;
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(
                HttpHeaders.LINK,
                LinkHeader.of(
                        target,
                        everyLanguage ? List.of() : served.languages().offered(),
                        content instanceof PagedResponse paged ? paged.page().next() : null));
        List<String> vary = new ArrayList<>();
        if (!everyLanguage) {
            describeLanguage(target, fields, vary, served);
        }
        if (body.bytes().length >= GzipEncoding.LEAST_BYTES) {
            vary.add(HttpHeaders.ACCEPT_ENCODING);
        }
        if (!vary.isEmpty()) {
            fields.put(HttpHeaders.VARY, String.join(", ", vary));
        }
        return new CacheableResponse(body, fields, served, everyLanguage);
    }

    private static void describeLanguage(
            String target, Map<String, String> fields, List<String> vary, RequestContext served) {
        String language = served.language().tag();
        fields.put(HttpHeaders.CONTENT_LANGUAGE, language);
        if (served.formatNegotiated()) {
            vary.add(HttpHeaders.ACCEPT);
        }
        if (served.languageNegotiated()) {
            vary.add(HttpHeaders.ACCEPT_LANGUAGE);
            fields.put(HttpHeaders.CONTENT_LOCATION, LinkHeader.with(target, "lang", language));
        }
    }
}
