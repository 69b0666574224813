package org.putokaz.http.problem;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.putokaz.http.request.AllowedMethods;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;

/** The one place where a failure becomes an answer. */
@ApplicationScoped
public class ProblemExceptionMappers {

    private static final Logger LOG = Logger.getLogger(ProblemExceptionMappers.class);

    private final AllowedMethods allowedMethods;

    @Inject
    public ProblemExceptionMappers(AllowedMethods allowedMethods) {
        this.allowedMethods = allowedMethods;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException failure) {
        Response.ResponseBuilder answer =
                Response.status(failure.problem().status()).entity(failure);
        if (failure.problem() == ProblemType.UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, "5");
        }
        if (failure.problem() == ProblemType.UNAUTHENTICATED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"putokaz\"");
        }
        return answer.build();
    }

    @ServerExceptionMapper
    public Response notAllowed(NotAllowedException failure, UriInfo uri) {
        return Response.fromResponse(problem(ProblemType.METHOD_NOT_ALLOWED.with()))
                .header(HttpHeaders.ALLOW, allowedMethods.of(uri.getPath()))
                .build();
    }

    @ServerExceptionMapper
    public Response notFound(NotFoundException failure) {
        return problem(ProblemType.NOT_FOUND.because("no-such-path"));
    }

    /** What a role does not allow, and what nobody may do for whom no role was named. */
    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure) {
        return problem(ProblemType.FORBIDDEN.with());
    }

    @ServerExceptionMapper
    public Response unauthenticated(UnauthorizedException failure) {
        return problem(ProblemType.UNAUTHENTICATED.with());
    }

    /** Redirects pass; whatever else Quarkus itself refuses becomes a problem of the nearest kind. */
    @ServerExceptionMapper
    public Response web(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        return status < 500 ? problem(nearest(status).with()) : unexpected(failure);
    }

    private static ProblemType nearest(int status) {
        return Arrays.stream(ProblemType.values())
                .filter(problem -> problem.status() == status)
                .findFirst()
                .orElse(ProblemType.MALFORMED_REQUEST);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        if (DatabaseUnavailable.isBehind(failure)) {
            LOG.warnf("The database did not answer: %s", failure.getClass().getSimpleName());
            return problem(ProblemType.UNAVAILABLE.with());
        }
        // The request is left out on purpose: what somebody asked for belongs in no log.
        LOG.error("An answer could not be made", failure);
        return problem(ProblemType.INTERNAL_ERROR.with());
    }
}
