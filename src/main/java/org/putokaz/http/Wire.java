package org.putokaz.http;

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
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.LazyResponse;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.putokaz.problem.Problem;
import org.putokaz.problem.ProblemException;

/**
 * Turns an answer into its representation: bytes, entity tag, coding, and the headers that follow from them. Nothing
 * else writes JSON, so every answer keeps the same rules.
 */
@ApplicationScoped
public class Wire {

    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String HTML = "text/html;charset=utf-8";
    private static final int SECONDS_OF_NOTHING = 30;

    private final Reader reader;
    private final ObjectMapper json;
    private final Messages messages;

    @Inject
    public Wire(Reader reader, ObjectMapper json, Messages messages) {
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
        } else if (entity instanceof PrivateAnswer answer) {
            writePrivate(answer, request, response);
        } else if (entity instanceof Unspoken answer) {
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

    private byte[] bytes(Object entity) throws JsonProcessingException {
        if (entity instanceof HtmlPage page) {
            return page.html().getBytes(StandardCharsets.UTF_8);
        }
        if (reader.fields().isEmpty()) {
            return json.writeValueAsBytes(entity);
        }
        JsonNode tree = json.valueToTree(entity);
        SparseFields.keepOnly(reader.fields(), tree);
        return json.writeValueAsBytes(tree);
    }

    /** No coding: what is private beside what a caller can choose must not show in a length (BREACH). */
    private void writePrivate(PrivateAnswer answer, ContainerRequestContext request, ContainerResponseContext response)
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
        if (answer instanceof Paged paged && paged.page().next() != null) {
            headers.putSingle(
                    HttpHeaders.LINK,
                    Links.next(
                            Links.target(CurrentRequestManager.get()
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
        boolean settled = (failure.problem() == Problem.NOT_FOUND || failure.problem() == Problem.GONE)
                && Edge.isPublic("/" + request.getUriInfo().getPath().replaceFirst("^/", ""));
        headers.putSingle(
                HttpHeaders.CACHE_CONTROL, settled ? Freshness.ofPointer(reader, SECONDS_OF_NOTHING) : "no-store");
    }

    private void writeAnswer(ResteasyReactiveRequestContext exchange, Record content, ContainerResponseContext response)
            throws JsonProcessingException {
        RoutingContext context = exchange.unwrap(RoutingContext.class);
        // Himself: each call by way of the proxy would look him up again.
        Reader served = ClientProxy.unwrap(reader);
        Answer answer = answer(Links.target(context.request()), content, bytes(content), served);
        if (!served.formatNegotiated() && !served.holdsOnlyNow()) {
            keep(answer, context);
        }
        MultiMap asked = context.request().headers();
        boolean gzip = answer.isCodable()
                && Gzip.isAcceptedBy(HeaderLines.joined(asked, io.vertx.core.http.HttpHeaders.ACCEPT_ENCODING));
        Map<String, String> head = new LinkedHashMap<>();
        answer.writeFields(gzip, head::put);
        head.put(HttpHeaders.CACHE_CONTROL, answer.cacheControl(answer.left(served.now(), served.awaited())));
        Instant modified = answer.lastModified(served.now());
        if (modified != null) {
            head.put(HttpHeaders.LAST_MODIFIED, HttpDates.write(modified));
        }
        if (answer.isHeldBy(has(asked), served.now())) {
            head.forEach(response.getHeaders()::putSingle);
            response.setStatus(304);
            response.setEntity(null);
            return;
        }
        if (gzip) {
            head.put(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        send(head, gzip ? answer.gzip() : answer.body(), answer.type(), exchange, response);
    }

    /**
     * As it is. Left to the REST layer, which would make a response of it, and look for what writes bytes, headers and
     * media types, an entry that nobody has asked for before takes a tenth longer. What a resource would set on a response of
     * its own is not looked at: it gives back its content, and nothing else.
     */
    private static void send(
            Map<String, String> head,
            byte[] bytes,
            String type,
            ResteasyReactiveRequestContext exchange,
            ContainerResponseContext response) {
        if (!exchange.getMethod().equals(HttpMethod.GET)) {
            head.forEach(response.getHeaders()::putSingle);
            response.setEntity(bytes, null, MediaType.valueOf(type));
            return;
        }
        exchange.setEntityWriter((here, content) -> {
            ServerHttpResponse wire = here.serverResponse();
            wire.setStatusCode(200);
            MultiMap fields = here.unwrap(RoutingContext.class).response().headers();
            head.forEach((name, value) -> fields.set(FieldNames.ready(name), value));
            fields.set(FieldNames.ready(HttpHeaders.CONTENT_TYPE), type);
            wire.end(bytes);
        });
    }

    private static Answer.Has has(MultiMap asked) {
        return new Answer.Has(
                HeaderLines.joined(asked, io.vertx.core.http.HttpHeaders.IF_NONE_MATCH),
                HeaderLines.joined(asked, io.vertx.core.http.HttpHeaders.IF_MODIFIED_SINCE));
    }

    private static void keep(Answer answer, RoutingContext context) {
        if (context.get(Answer.KEEPER) instanceof Answer.Keeper keeper) {
            keeper.keep(answer);
        }
    }

    private static Answer answer(String target, Record content, byte[] body, Reader served) {
        String type = content instanceof HtmlPage ? HTML : MediaType.APPLICATION_JSON;
        boolean everyLanguage = content instanceof InEveryLanguage;
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(
                HttpHeaders.LINK,
                Links.of(
                        target,
                        everyLanguage ? List.of() : served.languages().offered(),
                        content instanceof Paged paged ? paged.page().next() : null));
        List<String> vary = new ArrayList<>();
        if (!everyLanguage) {
            describeLanguage(target, fields, vary, served);
        }
        if (body.length >= Gzip.LEAST_BYTES) {
            vary.add(HttpHeaders.ACCEPT_ENCODING);
        }
        if (!vary.isEmpty()) {
            fields.put(HttpHeaders.VARY, String.join(", ", vary));
        }
        return everyLanguage ? Answer.askedEachTime(body, type, fields, served) : Answer.of(body, type, fields, served);
    }

    private static void describeLanguage(String target, Map<String, String> fields, List<String> vary, Reader served) {
        String language = served.language().tag();
        fields.put(HttpHeaders.CONTENT_LANGUAGE, language);
        if (served.formatNegotiated()) {
            vary.add(HttpHeaders.ACCEPT);
        }
        if (served.languageNegotiated()) {
            vary.add(HttpHeaders.ACCEPT_LANGUAGE);
            fields.put(HttpHeaders.CONTENT_LOCATION, Links.with(target, "lang", language));
        }
    }
}
