package org.putokaz.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.Problem;
import org.putokaz.problem.ProblemException;

/**
 * Turns an answer into its representation: bytes, entity tag, coding, and the headers that follow from them. Nothing
 * else writes JSON, so every answer keeps the same rules.
 */
@ApplicationScoped
public class Wire {

    private static final String PROBLEM_JSON = "application/problem+json";
    private static final MediaType HTML = MediaType.valueOf("text/html; charset=utf-8");
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
        Object entity = response.getEntity();
        if (entity instanceof ProblemException failure) {
            writeProblem(failure, request, response);
        } else if (entity instanceof PrivateAnswer answer) {
            writePrivate(answer, request, response);
        } else if (entity instanceof Unspoken answer) {
            answer.write(request, response);
        } else if (entity instanceof Record && response.getStatus() == 200) {
            boolean everyLanguage = entity instanceof InEveryLanguage;
            String next = entity instanceof Paged paged ? paged.page().next() : null;
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.LINK,
                            Links.of(
                                    request.getUriInfo().getRequestUri(),
                                    everyLanguage
                                            ? List.of()
                                            : reader.languages().offered(),
                                    next));
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
        MediaType type = response.getEntity() instanceof HtmlPage ? HTML : MediaType.APPLICATION_JSON_TYPE;
        EntityTag tag = EntityTag.of(body);
        boolean codable = body.length >= Gzip.LEAST_BYTES;
        boolean gzip = codable && Gzip.isAcceptedBy(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.ETAG, tag.header(gzip));
        if (response.getEntity() instanceof InEveryLanguage) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, Freshness.ASK_EACH_TIME);
            describeCoding(headers, codable);
        } else {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, Freshness.ofAnswer(reader));
            describeLanguage(request, headers, codable);
        }
        Instant modified = lastModified();
        if (modified != null) {
            headers.putSingle(HttpHeaders.LAST_MODIFIED, HttpDates.write(modified));
        }
        if (isUnchanged(request, tag, modified)) {
            response.setStatus(304);
            response.setEntity(null);
            return;
        }
        if (gzip) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setEntity(gzip ? Gzip.of(body) : body, null, type);
    }

    private static void describeCoding(MultivaluedMap<String, Object> headers, boolean codable) {
        if (codable) {
            headers.putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
    }

    private void describeLanguage(
            ContainerRequestContext request, MultivaluedMap<String, Object> headers, boolean codable) {
        headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, reader.language().tag());
        List<String> vary = new ArrayList<>();
        if (reader.formatNegotiated()) {
            vary.add(HttpHeaders.ACCEPT);
        }
        if (reader.languageNegotiated()) {
            vary.add(HttpHeaders.ACCEPT_LANGUAGE);
            headers.putSingle(
                    HttpHeaders.CONTENT_LOCATION,
                    Links.with(
                            request.getUriInfo().getRequestUri(),
                            "lang",
                            reader.language().tag()));
        }
        if (codable) {
            vary.add(HttpHeaders.ACCEPT_ENCODING);
        }
        if (!vary.isEmpty()) {
            headers.putSingle(HttpHeaders.VARY, String.join(", ", vary));
        }
    }

    /**
     * When the answer last changed, in whole seconds. Left out within that very second: an answer made twice in it
     * could differ under one date (RFC 9110, section 8.8.2.2).
     */
    private @Nullable Instant lastModified() {
        Instant change = reader.lastChange();
        if (change == null) {
            return null;
        }
        Instant second = change.truncatedTo(ChronoUnit.SECONDS);
        return second.plusSeconds(1).isAfter(reader.now()) ? null : second;
    }

    private static boolean isUnchanged(ContainerRequestContext request, EntityTag tag, @Nullable Instant modified) {
        String ifNoneMatch = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (ifNoneMatch != null) {
            return tag.isIn(ifNoneMatch);
        }
        Instant since = HttpDates.read(request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE));
        return since != null && modified != null && !modified.isAfter(since);
    }
}
