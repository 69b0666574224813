package org.putokaz.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.putokaz.locale.Language;
import org.putokaz.locale.Languages;
import org.putokaz.problem.Problem;
import org.putokaz.problem.ProblemException;

/**
 * The outermost ring, before and around the REST layer: the headers that every response carries, CORS, and problems for
 * requests that never reach a resource.
 */
@ApplicationScoped
public class Edge {

    private static final Logger LOG = Logger.getLogger(Edge.class);
    private static final int BEFORE_EVERYTHING = 10_000;
    private static final int AFTER_EVERYTHING = Integer.MAX_VALUE;
    private static final String GREETED = Edge.class.getName();
    private static final String EXPOSED =
            "ETag, Link, Location, Content-Language, Content-Location, Last-Modified, Retry-After";

    private final Languages languages;
    private final Messages messages;
    private final ObjectMapper json;
    private final Clock clock;
    private final AllowedMethods allowedMethods;

    @Inject
    public Edge(Languages languages, Messages messages, ObjectMapper json, Clock clock, AllowedMethods allowedMethods) {
        this.languages = languages;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
        this.allowedMethods = allowedMethods;
    }

    void install(@Observes Filters filters) {
        filters.register(this::enter, BEFORE_EVERYTHING);
    }

    void install(@Observes Router router) {
        router.route().order(-BEFORE_EVERYTHING).failureHandler(this::fail);
        router.route()
                .order(AFTER_EVERYTHING)
                .handler(context -> refuse(context, Problem.NOT_FOUND.because("no-such-path")));
    }

    private void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        greet(context);
        try {
            RawTarget.check(request.uri());
        } catch (ProblemException malformed) {
            refuse(context, malformed);
            return;
        }
        if (request.method() == HttpMethod.OPTIONS && !isGuarded(request.path())) {
            answerOptions(context);
            return;
        }
        if (isAnotherSpelling(request.path())) {
            refuse(context, Problem.NOT_FOUND.because("no-such-path"));
            return;
        }
        if (allowedMethods.isRefusedByPage(request.path(), request.method().name())) {
            refuse(context, Problem.METHOD_NOT_ALLOWED.with());
            return;
        }
        context.next();
    }

    private void greet(RoutingContext context) {
        context.put(GREETED, true);
        context.addHeadersEndHandler(done -> SecurityHeaders.set(context, HttpDates.write(clock.instant())));
        String path = context.request().path();
        if (path == null || isPublic(path)) {
            context.response().putHeader("Access-Control-Allow-Origin", "*");
            context.response().putHeader("Access-Control-Expose-Headers", EXPOSED);
        }
    }

    /** Failures outside the REST layer. Quarkus would log the whole URL with each, and what was asked for is in it. */
    private void fail(RoutingContext context) {
        if (context.get(GREETED) == null) {
            greet(context);
        }
        switch (context.statusCode()) {
            case 400 -> refuse(context, Problem.MALFORMED_REQUEST.with());
            case 413 -> refuse(context, Problem.CONTENT_TOO_LARGE.with());
            case 404 -> refuse(context, Problem.NOT_FOUND.because("no-such-path"));
            case 500 -> failUnexpectedly(context);
            default -> context.next();
        }
    }

    private void failUnexpectedly(RoutingContext context) {
        Throwable failure = context.failure();
        // Quarkus itself knows who has to log in, when there are too many requests, and that a client has hung up.
        if (failure instanceof SecurityException
                || failure instanceof RejectedExecutionException
                || failure instanceof IOException) {
            context.next();
            return;
        }
        LOG.error("An answer could not be made", failure);
        refuse(context, Problem.INTERNAL_ERROR.with());
    }

    /**
     * Whether the path is one that Quarkus would take for another: a slash too many, or a parameter of a segment. One
     * thing has one address, for the sake of caches and of whoever guards a path.
     */
    private static boolean isAnotherSpelling(String path) {
        return (path.startsWith("/api") || isGuarded(path))
                && (path.endsWith("/") || path.contains("//") || path.contains(";"));
    }

    /** What nobody may have without a token: not even the names of its paths. */
    private static boolean isGuarded(String path) {
        return path.startsWith("/editorial") || path.startsWith("/partner");
    }

    /** What anybody may read from any origin. */
    static boolean isPublic(String path) {
        return path.startsWith("/api/") || path.startsWith("/openapi");
    }

    private void answerOptions(RoutingContext context) {
        String methods = allowedMethods.of(context.request().path());
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.ALLOW, methods);
        if (context.request().headers().contains("Access-Control-Request-Method")) {
            response.putHeader("Access-Control-Allow-Methods", methods);
            response.putHeader(
                    "Access-Control-Allow-Headers", "Accept, Accept-Language, If-None-Match, If-Modified-Since");
            response.putHeader("Access-Control-Max-Age", "86400");
        }
        response.setStatusCode(204).end();
    }

    private void refuse(RoutingContext context, ProblemException failure) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        Language language = languages.negotiate(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        response.setStatusCode(failure.problem().status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        response.putHeader("Content-Language", language.tag());
        response.putHeader(HttpHeaders.VARY, "Accept-Language");
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (failure.problem() == Problem.METHOD_NOT_ALLOWED) {
            response.putHeader(
                    HttpHeaders.ALLOW, allowedMethods.of(context.request().path()));
        }
        response.end(io.vertx.core.buffer.Buffer.buffer(bytes(failure, language)));
    }

    private byte[] bytes(ProblemException failure, Language language) {
        try {
            return json.writeValueAsBytes(ProblemDocument.of(failure, messages, language));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
