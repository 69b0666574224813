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
 * Outermost Vert.x handler, before and around the REST layer: the headers of every response, CORS, and problems for
 * requests that reach no resource.
 */
@ApplicationScoped
public class EdgeHandler {

    /** Priority among Quarkus' filters. A filter with a higher one answers without the rules of this class. */
    public static final int FILTER_PRIORITY = 10_000;

    private static final Logger LOG = Logger.getLogger(EdgeHandler.class);
    private static final int FIRST_ROUTE = -FILTER_PRIORITY;
    private static final int LAST_ROUTE = Integer.MAX_VALUE;
    private static final long MAX_PUBLIC_BODY_BYTES = 64L * 1024;
    private static final String HEADERS_ADDED_ATTRIBUTE = EdgeHandler.class.getName();

    private final VertxProblemWriter problems;
    private final Clock clock;
    private final AllowedMethods allowedMethods;

    @Inject
    public EdgeHandler(VertxProblemWriter problems, Clock clock, AllowedMethods allowedMethods) {
        this.problems = problems;
        this.clock = clock;
        this.allowedMethods = allowedMethods;
    }

    void install(@Observes Filters filters) {
        filters.register(this::handle, FILTER_PRIORITY);
    }

    void install(@Observes Router router) {
        router.route().order(FIRST_ROUTE).failureHandler(this::handleFailure);
        router.route().order(LAST_ROUTE).handler(this::writeNoSuchPath);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        addStandardHeaders(context);
        try {
            RequestTargetValidator.validate(request.uri());
        } catch (ProblemException malformed) {
            writeProblem(context, malformed);
            return;
        }
        String path = context.normalizedPath();
        if (request.method() == HttpMethod.OPTIONS && !PathAccess.requiresToken(path)) {
            answerOptions(context);
        } else if (isUnknownPath(path) || isNonCanonicalPath(path, request.path())) {
            writeNoSuchPath(context);
        } else if (allowedMethods.isRejectedByPage(
                request.path(), request.method().name())) {
            writeProblem(context, ProblemType.METHOD_NOT_ALLOWED.with());
        } else if (!PathAccess.requiresToken(path) && announcesLargeBody(request)) {
            // The body is not read: the connection ends with the response.
            context.addEndHandler(done -> request.connection().close());
            writeProblem(context, ProblemType.CONTENT_TOO_LARGE.with());
        } else {
            context.next();
        }
    }

    private void addStandardHeaders(RoutingContext context) {
        context.put(HEADERS_ADDED_ATTRIBUTE, true);
        context.addHeadersEndHandler(
                done -> SecurityHeaders.write(context, HttpDateFormat.dateHeader(clock.instant())));
        String path = context.request().path();
        if (path == null || PathAccess.isPublicData(path)) {
            SecurityHeaders.allowAnyOrigin(context.response().headers()::set);
        }
    }

    private static boolean isUnknownPath(String path) {
        return !PathAccess.isPublic(path) && !PathAccess.requiresToken(path);
    }

    /**
     * Whether Quarkus would take the path for another one, because of a superfluous slash or a matrix parameter. A
     * resource has one URL, so that caches and rules by path cannot be bypassed.
     */
    private static boolean isNonCanonicalPath(String path, String written) {
        return (path.startsWith("/api") || PathAccess.isCapabilityUrl(path) || PathAccess.requiresToken(path))
                && (written.endsWith("/") || written.contains("//") || written.contains(";"));
    }

    /** Public paths take no body; a small one is ignored by the resource, a large one refused before it is sent. */
    private static boolean announcesLargeBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && (!length.matches("[0-9]{1,9}") || Long.parseLong(length) > MAX_PUBLIC_BODY_BYTES);
    }

    private void answerOptions(RoutingContext context) {
        String methods = allowedMethods.allowHeader(context.request().path());
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

    /**
     * Handles failures outside the REST layer. Quarkus' own handler would log the whole URL, which tells what the
     * client asked for.
     */
    private void handleFailure(RoutingContext context) {
        if (context.get(HEADERS_ADDED_ATTRIBUTE) == null) {
            addStandardHeaders(context);
        }
        switch (context.statusCode()) {
            case 400 -> writeProblem(context, ProblemType.MALFORMED_REQUEST.with());
            case 413 -> writeProblem(context, ProblemType.CONTENT_TOO_LARGE.with());
            case 404 -> writeNoSuchPath(context);
            case 500 -> handleException(context);
            default -> context.next();
        }
    }

    private void handleException(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof ForbiddenException) {
            writeProblem(context, ProblemType.FORBIDDEN.with());
        } else if (DatabaseUnavailable.isCauseOf(failure)) {
            LOG.warnf("The database did not answer: %s", failure.getClass().getSimpleName());
            context.response().putHeader(HttpHeaders.RETRY_AFTER, DatabaseUnavailable.RETRY_AFTER_SECONDS);
            writeProblem(context, ProblemType.UNAVAILABLE.with());
        } else if (failure instanceof SecurityException
                || failure instanceof RejectedExecutionException
                || failure instanceof IOException) {
            // Left to Quarkus: authentication challenges, too many requests, connections that the client closed.
            context.next();
        } else {
            LOG.error("Unexpected failure outside the REST layer", failure);
            writeProblem(context, ProblemType.INTERNAL_ERROR.with());
        }
    }

    private void writeNoSuchPath(RoutingContext context) {
        writeProblem(context, ProblemType.NOT_FOUND.because("no-such-path"));
    }

    private void writeProblem(RoutingContext context, ProblemException problem) {
        HttpServerResponse response = context.response();
        if (problem.type() == ProblemType.METHOD_NOT_ALLOWED && !response.headWritten()) {
            response.putHeader(
                    HttpHeaders.ALLOW,
                    allowedMethods.allowHeader(context.request().path()));
        }
        problems.write(context, problem);
    }
}
