package org.putokaz.security.auth;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.putokaz.security.SecurityIdentities;
import org.putokaz.security.token.TokenEntity;
import org.putokaz.security.token.TokenRepository;
import org.putokaz.security.token.TokenUsageRecorder;

/**
 * Identity provider for the tokens of this service. Each request looks the token up in the database, without a cache,
 * so a revoked token is refused at once on every node.
 */
@ApplicationScoped
class TokenIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

    private final TokenRepository tokens;
    private final TokenUsageRecorder usageRecorder;
    private final Clock clock;

    @Inject
    TokenIdentityProvider(TokenRepository tokens, TokenUsageRecorder usageRecorder, Clock clock) {
        this.tokens = tokens;
        this.usageRecorder = usageRecorder;
        this.clock = clock;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** The lookup blocks, so it runs on a worker thread instead of the event loop. */
    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identify(request));
    }

    private SecurityIdentity identify(TokenAuthenticationRequest request) {
        Instant now = clock.instant();
        TokenEntity token = QuarkusTransaction.requiringNew()
                .call(() -> tokens.findByDigest(request.digest()))
                .filter(found -> found.isValid(now))
                .orElseThrow(AuthenticationFailedException::new);
        usageRecorder.recordUse(token.id, token.lastUsedAt, now);
        return SecurityIdentities.of(token.actor(), token.expiresAt);
    }
}
