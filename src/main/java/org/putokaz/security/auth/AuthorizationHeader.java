package org.putokaz.security.auth;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.putokaz.problem.ProblemType;

/** Reads what a request shows for its right to ask (RFC 6750, section 2.1): one header, one scheme, nothing else. */
final class AuthorizationHeader {

    /** The names that people put a token under in a URL, where every log on the way would keep it. */
    private static final List<String> IN_QUERY = List.of("access_token", "token", "api_key");

    private static final Pattern BEARER =
            Pattern.compile("Bearer +([A-Za-z0-9._~+/-]+=*+) *", Pattern.CASE_INSENSITIVE);

    private AuthorizationHeader() {}

    /**
     * The bearer token; empty when the request shows nothing.
     *
     * @throws org.putokaz.problem.ProblemException 401 when it shows something that is no bearer token, or two
     */
    static Optional<String> of(RoutingContext context) {
        List<String> headers = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        refuseInQuery(context);
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

    private static void refuseInQuery(RoutingContext context) {
        String query = context.request().query();
        if (query != null
                && IN_QUERY.stream().anyMatch(query::contains)
                && IN_QUERY.stream().anyMatch(context.queryParams()::contains)) {
            throw ProblemType.UNAUTHENTICATED.because("token-in-query");
        }
    }
}
