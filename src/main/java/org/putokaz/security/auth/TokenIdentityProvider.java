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
 * Whose token that is. It is looked up at every request and remembered by nobody, so that a revoked one is refused at
 * once on every node.
 */
@ApplicationScoped
class TokenIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

    private final TokenRepository tokens;
    private final TokenUsageRecorder lastUse;
    private final Clock clock;

    @Inject
    TokenIdentityProvider(TokenRepository tokens, TokenUsageRecorder lastUse, Clock clock) {
        this.tokens = tokens;
        this.lastUse = lastUse;
        this.clock = clock;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** The database may take its time, and the thread that reads the network has none. */
    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest presented, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(presented));
    }

    private SecurityIdentity identity(TokenAuthenticationRequest presented) {
        Instant now = clock.instant();
        TokenEntity token = QuarkusTransaction.requiringNew()
                .call(() -> tokens.withDigest(presented.digest()))
                .filter(row -> row.isValid(now))
                .orElseThrow(AuthenticationFailedException::new);
        lastUse.note(token.id, token.lastUsedAt, now);
        return SecurityIdentities.of(token.actor(), token.expiresAt);
    }
}
