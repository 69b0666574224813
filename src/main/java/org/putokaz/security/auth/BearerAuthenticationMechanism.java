package org.putokaz.security.auth;

import org.putokaz.http.edge.VertxProblemWriter;
import org.putokaz.http.request.PathAccess;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.SecurityIdentities;
import org.putokaz.security.token.TokenFormat;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The one way in: {@code Authorization: Bearer}. A token of this service is looked up; any other is for the institution's
 * login, where there is one. Whatever is shown and is not good is refused, also where nothing need be shown: a caller who
 * believes to be known must learn that it is not so.
 */
@ApplicationScoped
class BearerAuthenticationMechanism implements HttpAuthenticationMechanism {

    private static final String REFUSAL = BearerAuthenticationMechanism.class.getName();
    private static final String WWW_AUTHENTICATE = "WWW-Authenticate";
    private static final String CHALLENGE = "Bearer realm=\"putokaz\"";

    private static final BiConsumer<RoutingContext, Throwable> FAILING = RoutingContext::fail;

    private final OidcAuthenticationMechanism people;
    private final FailedLoginRateLimiter wardens;
    private final VertxProblemWriter refusals;

    @Inject
    BearerAuthenticationMechanism(
            OidcAuthenticationMechanism people, FailedLoginRateLimiter wardens, VertxProblemWriter refusals) {
        this.people = people;
        this.wardens = wardens;
        this.refusals = refusals;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        try {
            Optional<String> token = AuthorizationHeader.of(context);
            if (token.isEmpty()) {
                return nobody(context);
            }
            return identity(token.get(), context, identities)
                    .onFailure(AuthenticationFailedException.class)
                    .invoke(() -> refuse(context, ProblemType.UNAUTHENTICATED.because("token-not-valid")));
        } catch (ProblemException refused) {
            refuse(context, refused);
            return Uni.createFrom().failure(new AuthenticationFailedException(refused));
        }
    }

    /**
     * Most who ask are nobody and want what is public. Nobody refuses them on the way to the resource, so they need not
     * have looked up which one it is, as Quarkus does for each request in case it has to say where a refusal came from.
     */
    private static Uni<SecurityIdentity> nobody(RoutingContext context) {
        if (PathAccess.isPublic(context.normalizedPath())) {
            context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, FAILING);
        }
        return Uni.createFrom().item(SecurityIdentities.NOBODY);
    }

    private Uni<SecurityIdentity> identity(String token, RoutingContext context, IdentityProviderManager identities) {
        if (!token.startsWith(TokenFormat.PREFIX)) {
            return people.authenticate(context, identities)
                    .onItem()
                    .ifNull()
                    .failWith(AuthenticationFailedException::new);
        }
        return TokenFormat.isWellFormed(token)
                ? identities.authenticate(with(context, new TokenAuthenticationRequest(token)))
                : Uni.createFrom().failure(new AuthenticationFailedException());
    }

    private static <R extends AuthenticationRequest> R with(RoutingContext context, R request) {
        HttpSecurityUtils.setRoutingContextAttribute(request, context);
        return request;
    }

    /** Remembers what to say, and that it is for us to say it. */
    private void refuse(RoutingContext context, ProblemException refusal) {
        context.put(HttpAuthenticationMechanism.class.getName(), this);
        context.put(REFUSAL, refusal);
    }

    /** Also asked for where a token is needed and none was shown. */
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        ProblemException refusal = context.get(REFUSAL);
        Optional<Duration> wait = refusal == null ? Optional.empty() : wardens.failedFrom(context.request());
        if (wait.isPresent()) {
            context.response()
                    .putHeader(
                            HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds()));
            refusals.write(context, ProblemType.TOO_MANY_REQUESTS.with());
        } else if (refusal != null) {
            context.response().putHeader(WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"");
            refusals.write(context, refusal);
        } else {
            context.response().putHeader(WWW_AUTHENTICATE, CHALLENGE);
            refusals.write(context, ProblemType.UNAUTHENTICATED.with());
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

    /** Before Quarkus' own: what they would make of a header is decided here. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY * 2;
    }
}
