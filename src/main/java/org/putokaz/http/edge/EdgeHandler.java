package org.putokaz.http.edge;

import io.quarkus.security.ForbiddenException;
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
import org.putokaz.http.problem.DatabaseUnavailable;
import org.putokaz.http.request.AllowedMethods;
import org.putokaz.http.request.PathAccess;
import org.putokaz.http.response.HttpDateFormat;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;

/**
 * The outermost ring, before and around the REST layer: the headers that every response carries, CORS, and problems for
 * requests that never reach a resource.
 */
@ApplicationScoped
public class EdgeHandler {

    private static final Logger LOG = Logger.getLogger(EdgeHandler.class);
    /** The place in the row of filters; what is put in front of it answers without any of its rules. */
    public static final int BEFORE_EVERYTHING = 10_000;

    private static final int AFTER_EVERYTHING = Integer.MAX_VALUE;
    private static final long MOST_FROM_ANYBODY = 64L * 1024;
    private static final String GREETED = EdgeHandler.class.getName();
    private final VertxProblemWriter refusals;
    private final Clock clock;
    private final AllowedMethods allowedMethods;

    @Inject
    public EdgeHandler(VertxProblemWriter refusals, Clock clock, AllowedMethods allowedMethods) {
        this.refusals = refusals;
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
                .handler(context -> refuse(context, ProblemType.NOT_FOUND.because("no-such-path")));
    }

    private void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        greet(context);
        try {
            RequestTargetValidator.check(request.uri());
        } catch (ProblemException malformed) {
            refuse(context, malformed);
            return;
        }
        String path = context.normalizedPath();
        if (request.method() == HttpMethod.OPTIONS && !PathAccess.isGuarded(path)) {
            answerOptions(context);
            return;
        }
        if (isNowhere(path) || isAnotherSpelling(path, request.path())) {
            refuse(context, ProblemType.NOT_FOUND.because("no-such-path"));
            return;
        }
        if (allowedMethods.isRefusedByPage(request.path(), request.method().name())) {
            refuse(context, ProblemType.METHOD_NOT_ALLOWED.with());
            return;
        }
        if (!PathAccess.isGuarded(path) && announcesMoreThan(MOST_FROM_ANYBODY, request)) {
            // Nobody waits for what was announced: the connection ends with the answer.
            context.addEndHandler(done -> request.connection().close());
            refuse(context, ProblemType.CONTENT_TOO_LARGE.with());
            return;
        }
        context.next();
    }

    /** What is public is read; a body of any size is a mistake, and a large one nothing to wait for. */
    private static boolean announcesMoreThan(long most, HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && (!length.matches("[0-9]{1,9}") || Long.parseLong(length) > most);
    }

    private void greet(RoutingContext context) {
        context.put(GREETED, true);
        context.addHeadersEndHandler(done -> SecurityHeaders.set(context, HttpDateFormat.ofResponse(clock.instant())));
        String path = context.request().path();
        if (path == null || isPublic(path)) {
            SecurityHeaders.allowAnyOrigin(context.response().headers()::set);
        }
    }

    /** Failures outside the REST layer. Quarkus would log the whole URL with each, and what was asked for is in it. */
    private void fail(RoutingContext context) {
        if (context.get(GREETED) == null) {
            greet(context);
        }
        switch (context.statusCode()) {
            case 400 -> refuse(context, ProblemType.MALFORMED_REQUEST.with());
            case 413 -> refuse(context, ProblemType.CONTENT_TOO_LARGE.with());
            case 404 -> refuse(context, ProblemType.NOT_FOUND.because("no-such-path"));
            case 500 -> failUnexpectedly(context);
            default -> context.next();
        }
    }

    private void failUnexpectedly(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof ForbiddenException) {
            refuse(context, ProblemType.FORBIDDEN.with());
        } else if (DatabaseUnavailable.isBehind(failure)) {
            LOG.warnf("The database did not answer: %s", failure.getClass().getSimpleName());
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
            refuse(context, ProblemType.UNAVAILABLE.with());
        } else if (failure instanceof SecurityException
                || failure instanceof RejectedExecutionException
                || failure instanceof IOException) {
            // Quarkus itself knows who has to log in, when there are too many requests, and that a client has hung up.
            context.next();
        } else {
            LOG.error("An answer could not be made", failure);
            refuse(context, ProblemType.INTERNAL_ERROR.with());
        }
    }

    private static boolean isNowhere(String path) {
        return !PathAccess.isPublic(path) && !PathAccess.isGuarded(path);
    }

    /**
     * Whether the path is one that Quarkus would take for another: a slash too many, or a parameter of a segment. One
     * thing has one address, for the sake of caches and of whoever guards a path.
     */
    private static boolean isAnotherSpelling(String path, String written) {
        return (path.startsWith("/api") || PathAccess.isLinked(path) || PathAccess.isGuarded(path))
                && (written.endsWith("/") || written.contains("//") || written.contains(";"));
    }

    /** What anybody may read from any origin. */
    public static boolean isPublic(String path) {
        return path.startsWith("/api/") || path.startsWith("/openapi") || path.startsWith("/.well-known/");
    }

    private void answerOptions(RoutingContext context) {
        String methods = allowedMethods.of(context.request().path());
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.ALLOW, methods);
        if (context.request().headers().contains("Access-Control-Request-Method")) {
            response.putHeader("Access-Control-Allow-Methods", methods);
            response.putHeader(
                    "Access-Control-Allow-Headers",
                    "Accept, Accept-Language, If-None-Match, If-Modified-Since, If-Range, Range");
            response.putHeader("Access-Control-Max-Age", "86400");
        }
        response.setStatusCode(204).end();
    }

    private void refuse(RoutingContext context, ProblemException failure) {
        if (failure.problem() == ProblemType.METHOD_NOT_ALLOWED
                && !context.response().headWritten()) {
            context.response()
                    .putHeader(
                            HttpHeaders.ALLOW,
                            allowedMethods.of(context.request().path()));
        }
        refusals.answer(context, failure);
    }
}
