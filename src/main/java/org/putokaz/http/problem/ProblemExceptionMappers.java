package org.putokaz.http.problem;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.putokaz.http.request.AllowedMethods;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;

/**
 * Exception mappers of the REST layer: each failure becomes a response whose entity is a {@link ProblemException},
 * which the response filter writes.
 */
@ApplicationScoped
public class ProblemExceptionMappers {

    private static final Logger LOG = Logger.getLogger(ProblemExceptionMappers.class);

    /** The header that names the media types of bodies, by method, beside {@code Accept} (RFC 5789, section 2.2). */
    private static final Map<String, String> ACCEPT_HEADERS = Map.of("PATCH", "Accept-Patch", "POST", "Accept-Post");

    private final AllowedMethods allowedMethods;

    @Inject
    public ProblemExceptionMappers(AllowedMethods allowedMethods) {
        this.allowedMethods = allowedMethods;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException failure, UriInfo uri, Request request) {
        return failure.type() == ProblemType.UNSUPPORTED_MEDIA_TYPE
                ? unsupportedMediaType(failure, uri.getPath(), request.getMethod())
                : problem(failure);
    }

    @ServerExceptionMapper
    public Response unsupportedMediaType(NotSupportedException failure, UriInfo uri, Request request) {
        return unsupportedMediaType(ProblemType.UNSUPPORTED_MEDIA_TYPE.with(), uri.getPath(), request.getMethod());
    }

    /** The problem with the media types that the operation takes, in the headers and, unless it has another, in the detail. */
    private Response unsupportedMediaType(ProblemException failure, String path, String method) {
        List<String> accepted = allowedMethods.acceptedMediaTypes(path, method);
        if (accepted.isEmpty()) {
            return problem(failure);
        }
        String types = String.join(", ", accepted);
        boolean isGeneral = failure.detail()
                .equals(ProblemType.UNSUPPORTED_MEDIA_TYPE.with().detail());
        Response.ResponseBuilder response = Response.fromResponse(
                        problem(isGeneral ? failure.type().because("media-types-taken", types) : failure))
                .header(HttpHeaders.ACCEPT, types);
        String own = ACCEPT_HEADERS.get(method);
        return (own == null ? response : response.header(own, types)).build();
    }

    private static Response problem(ProblemException failure) {
        Response.ResponseBuilder response =
                Response.status(failure.type().status()).entity(failure);
        if (failure.type() == ProblemType.UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, DatabaseUnavailable.RETRY_AFTER_SECONDS);
        }
        if (failure.type() == ProblemType.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"putokaz\"");
        }
        return response.build();
    }

    @ServerExceptionMapper
    public Response notAllowed(NotAllowedException failure, UriInfo uri) {
        return Response.fromResponse(problem(ProblemType.METHOD_NOT_ALLOWED.with()))
                .header(HttpHeaders.ALLOW, allowedMethods.allowHeader(uri.getPath()))
                .build();
    }

    @ServerExceptionMapper
    public Response notFound(NotFoundException failure) {
        return problem(ProblemType.NOT_FOUND.because("no-such-path"));
    }

    /** For a role that is not allowed, and for operations without a declared role. */
    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure) {
        return problem(ProblemType.FORBIDDEN.with());
    }

    @ServerExceptionMapper
    public Response unauthenticated(UnauthorizedException failure) {
        return problem(ProblemType.UNAUTHENTICATED.with());
    }

    /** Leaves redirects as they are; other refusals by Quarkus become a problem with the same or the nearest status. */
    @ServerExceptionMapper
    public Response refusedByQuarkus(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        return status < 500 ? problem(typeOf(status).with()) : unexpected(failure);
    }

    private static ProblemType typeOf(int status) {
        return Arrays.stream(ProblemType.values())
                .filter(problem -> problem.status() == status)
                .findFirst()
                .orElse(ProblemType.MALFORMED_REQUEST);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        if (DatabaseUnavailable.isCauseOf(failure)) {
            LOG.warnf("The database did not answer: %s", failure.getClass().getSimpleName());
            return problem(ProblemType.UNAVAILABLE.with());
        }
        // Without the request on purpose: what clients ask for must not be logged.
        LOG.error("Unexpected failure", failure);
        return problem(ProblemType.INTERNAL_ERROR.with());
    }
}
