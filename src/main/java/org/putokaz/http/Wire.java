package org.putokaz.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.ClientProxy;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.putokaz.problem.Problem;
import org.putokaz.problem.ProblemException;

/**
 * Turns an answer into its representation: bytes, entity tag, coding, and the headers that follow from them. Nothing
 * else writes JSON, so every answer keeps the same rules.
 */
@ApplicationScoped
public class Wire {

    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String HTML = "text/html; charset=utf-8";
    private static final int SECONDS_OF_NOTHING = 30;

    private final Reader reader;
    private final ObjectMapper json;
    private final Messages messages;
    private final CurrentVertxRequest exchange;

    @Inject
    public Wire(Reader reader, ObjectMapper json, Messages messages, CurrentVertxRequest exchange) {
        this.reader = reader;
        this.json = json;
        this.messages = messages;
        this.exchange = exchange;
    }

    @ServerResponseFilter
    public void write(ContainerRequestContext request, ContainerResponseContext response)
            throws JsonProcessingException {
        Object entity = response.getEntity();
        if (entity instanceof ProblemException failure) {
            writeProblem(failure, request, response);
        } else if (entity instanceof PrivateAnswer answer) {
            writePrivate(answer, request, response);
        } else if (entity instanceof Unspoken answer) {
            answer.write(request, response);
        } else if (entity instanceof Record && response.getStatus() == 200) {
            writeAnswer(request, response, bytes(entity));
        }
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
                            request.getUriInfo().getRequestUri(), paged.page().next()));
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

    private void writeAnswer(ContainerRequestContext request, ContainerResponseContext response, byte[] body) {
        boolean page = response.getEntity() instanceof HtmlPage;
        // Himself: each call by way of the proxy would look him up again.
        Reader served = ClientProxy.unwrap(reader);
        Answer answer = answer(request, response.getEntity(), body, page ? HTML : MediaType.APPLICATION_JSON, served);
        if (!served.formatNegotiated() && !served.holdsOnlyNow()) {
            keep(answer);
        }
        boolean gzip = answer.isCodable() && Gzip.isAcceptedBy(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        MultivaluedMap<String, Object> headers = response.getHeaders();
        answer.writeFields(gzip, headers::putSingle);
        headers.putSingle(HttpHeaders.CACHE_CONTROL, answer.cacheControl(answer.left(served.now(), served.awaited())));
        Instant modified = answer.lastModified(served.now());
        if (modified != null) {
            headers.putSingle(HttpHeaders.LAST_MODIFIED, HttpDates.write(modified));
        }
        if (answer.isHeldBy(has(request), served.now())) {
            response.setStatus(304);
            response.setEntity(null);
            return;
        }
        if (gzip) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setEntity(gzip ? answer.gzip() : body, null, MediaType.valueOf(answer.type()));
    }

    private static Answer.Has has(ContainerRequestContext request) {
        return new Answer.Has(
                request.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE));
    }

    private void keep(Answer answer) {
        if (exchange.getCurrent().get(Answer.KEEPER) instanceof Answer.Keeper keeper) {
            keeper.keep(answer);
        }
    }

    private static Answer answer(
            ContainerRequestContext request, Object entity, byte[] body, String type, Reader served) {
        boolean everyLanguage = entity instanceof InEveryLanguage;
        URI asked = request.getUriInfo().getRequestUri();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(
                HttpHeaders.LINK,
                Links.of(
                        asked,
                        everyLanguage ? List.of() : served.languages().offered(),
                        entity instanceof Paged paged ? paged.page().next() : null));
        List<String> vary = new ArrayList<>();
        if (!everyLanguage) {
            describeLanguage(asked, fields, vary, served);
        }
        if (body.length >= Gzip.LEAST_BYTES) {
            vary.add(HttpHeaders.ACCEPT_ENCODING);
        }
        if (!vary.isEmpty()) {
            fields.put(HttpHeaders.VARY, String.join(", ", vary));
        }
        return everyLanguage ? Answer.askedEachTime(body, type, fields, served) : Answer.of(body, type, fields, served);
    }

    private static void describeLanguage(URI asked, Map<String, String> fields, List<String> vary, Reader served) {
        String language = served.language().tag();
        fields.put(HttpHeaders.CONTENT_LANGUAGE, language);
        if (served.formatNegotiated()) {
            vary.add(HttpHeaders.ACCEPT);
        }
        if (served.languageNegotiated()) {
            vary.add(HttpHeaders.ACCEPT_LANGUAGE);
            fields.put(HttpHeaders.CONTENT_LOCATION, Links.with(asked, "lang", language));
        }
    }
}
