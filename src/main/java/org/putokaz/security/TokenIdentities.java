package org.putokaz.security;

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

/**
 * Whose token that is. It is looked up at every request and remembered by nobody, so that a revoked one is refused at
 * once on every node.
 */
@ApplicationScoped
class TokenIdentities implements IdentityProvider<PresentedToken> {

    private final Tokens tokens;
    private final LastUse lastUse;
    private final Clock clock;

    @Inject
    TokenIdentities(Tokens tokens, LastUse lastUse, Clock clock) {
        this.tokens = tokens;
        this.lastUse = lastUse;
        this.clock = clock;
    }

    @Override
    public Class<PresentedToken> getRequestType() {
        return PresentedToken.class;
    }

    /** The database may take its time, and the thread that reads the network has none. */
    @Override
    public Uni<SecurityIdentity> authenticate(PresentedToken presented, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(presented));
    }

    private SecurityIdentity identity(PresentedToken presented) {
        Instant now = clock.instant();
        TokenRow token = QuarkusTransaction.requiringNew()
                .call(() -> tokens.withDigest(presented.digest()))
                .filter(row -> row.isValid(now))
                .orElseThrow(AuthenticationFailedException::new);
        lastUse.note(token.id, token.lastUsedAt, now);
        return Identities.of(token.actor(), token.expiresAt);
    }
}
