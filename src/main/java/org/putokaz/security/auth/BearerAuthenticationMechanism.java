package org.putokaz.security.auth;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.putokaz.http.edge.VertxProblemWriter;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.SecurityIdentities;
import org.putokaz.security.token.TokenFormat;

/**
 * The only authentication mechanism: {@code Authorization: Bearer}. A token of this service is looked up; any other
 * token goes to OIDC, where that is enabled. An invalid credential is 401 on public paths too, so that a client never
 * takes itself for authenticated when it is not (docs/decisions/0011).
 */
@ApplicationScoped
class BearerAuthenticationMechanism implements HttpAuthenticationMechanism {

    /** Attribute of the routing context that holds the problem to answer with. */
    private static final String PROBLEM_ATTRIBUTE = BearerAuthenticationMechanism.class.getName();

    private static final String WWW_AUTHENTICATE = "WWW-Authenticate";
    private static final String CHALLENGE = "Bearer realm=\"putokaz\"";

    private final OidcAuthenticationMechanism oidc;
    private final FailedLoginRateLimiter rateLimiter;
    private final VertxProblemWriter problemWriter;

    @Inject
    BearerAuthenticationMechanism(
            OidcAuthenticationMechanism oidc, FailedLoginRateLimiter rateLimiter, VertxProblemWriter problemWriter) {
        this.oidc = oidc;
        this.rateLimiter = rateLimiter;
        this.problemWriter = problemWriter;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        try {
            Optional<String> token = AuthorizationHeader.bearerToken(context);
            if (token.isEmpty()) {
                AnonymousAuthenticationShortcut.skipResourceLookup(context);
                return Uni.createFrom().item(SecurityIdentities.ANONYMOUS);
            }
            return identify(token.get(), context, identities)
                    .onFailure(AuthenticationFailedException.class)
                    .invoke(() -> setProblem(context, ProblemType.UNAUTHENTICATED.because("token-not-valid")));
        } catch (ProblemException malformed) {
            setProblem(context, malformed);
            return Uni.createFrom().failure(new AuthenticationFailedException(malformed));
        }
    }

    private Uni<SecurityIdentity> identify(String token, RoutingContext context, IdentityProviderManager identities) {
        if (!token.startsWith(TokenFormat.PREFIX)) {
            return oidc.authenticate(context, identities)
                    .onItem()
                    .ifNull()
                    .failWith(AuthenticationFailedException::new);
        }
        return TokenFormat.isWellFormed(token)
                ? identities.authenticate(withContext(context, new TokenAuthenticationRequest(token)))
                : Uni.createFrom().failure(new AuthenticationFailedException());
    }

    private static <R extends AuthenticationRequest> R withContext(RoutingContext context, R request) {
        HttpSecurityUtils.setRoutingContextAttribute(request, context);
        return request;
    }

    /** Stores the problem for {@link #sendChallenge}, and makes Quarkus choose this mechanism to send it. */
    private void setProblem(RoutingContext context, ProblemException problem) {
        context.put(HttpAuthenticationMechanism.class.getName(), this);
        context.put(PROBLEM_ATTRIBUTE, problem);
    }

    /** Called for a failed authentication, and for a request without credentials that needs them. */
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        ProblemException problem = context.get(PROBLEM_ATTRIBUTE);
        Optional<Duration> retryAfter =
                problem == null ? Optional.empty() : rateLimiter.registerFailure(context.request());
        if (retryAfter.isPresent()) {
            String seconds = String.valueOf(retryAfter.get().toSeconds());
            context.response().putHeader(HttpHeaders.RETRY_AFTER, seconds);
            problemWriter.write(context, ProblemType.TOO_MANY_REQUESTS.with());
        } else if (problem != null) {
            context.response().putHeader(WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"");
            problemWriter.write(context, problem);
        } else {
            context.response().putHeader(WWW_AUTHENTICATE, CHALLENGE);
            problemWriter.write(context, ProblemType.UNAUTHENTICATED.with());
        }
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, WWW_AUTHENTICATE, CHALLENGE));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    /** Above the mechanisms of Quarkus, which would otherwise interpret the header first. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY * 2;
    }
}
