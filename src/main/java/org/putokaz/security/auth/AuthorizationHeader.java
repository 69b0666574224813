package org.putokaz.security.auth;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.putokaz.problem.ProblemType;

/** Parser of the {@code Authorization} header (RFC 6750, section 2.1): one header with the scheme {@code Bearer}. */
final class AuthorizationHeader {

    /** Query parameters in which clients commonly send a token; refused, because logs keep URLs. */
    private static final List<String> TOKEN_PARAMETERS = List.of("access_token", "token", "api_key");

    private static final Pattern BEARER =
            Pattern.compile("Bearer +([A-Za-z0-9._~+/-]+=*+) *", Pattern.CASE_INSENSITIVE);

    private AuthorizationHeader() {}

    /**
     * The bearer token; empty without credentials.
     *
     * @throws org.putokaz.problem.ProblemException 401 for another scheme, a malformed token, several headers, or a
     *     token in the query
     */
    static Optional<String> bearerToken(RoutingContext context) {
        List<String> headers = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        rejectTokenInQuery(context);
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        if (headers.size() > 1) {
            throw ProblemType.UNAUTHENTICATED.because("authorization-twice");
        }
        Matcher bearer = BEARER.matcher(headers.get(0));
        if (!bearer.matches()) {
            throw ProblemType.UNAUTHENTICATED.because("authorization-not-bearer");
        }
        return Optional.of(bearer.group(1));
    }

    private static void rejectTokenInQuery(RoutingContext context) {
        String query = context.request().query();
        if (query != null
                && TOKEN_PARAMETERS.stream().anyMatch(query::contains)
                && TOKEN_PARAMETERS.stream().anyMatch(context.queryParams()::contains)) {
            throw ProblemType.UNAUTHENTICATED.because("token-in-query");
        }
    }
}
