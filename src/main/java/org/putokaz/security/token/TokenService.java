package org.putokaz.security.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.security.OidcSettings;
import org.putokaz.security.Role;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/** Issuing and revoking of tokens. Each change locks the audit trail, so changes are serialised across nodes. */
@ApplicationScoped
class TokenService {

    /** More than an institution needs; protects against a client that creates tokens in a loop. */
    static final int MAX_VALID_TOKENS = 1000;

    private final TokenRepository tokens;
    private final AuditTrail trail;
    private final OidcSettings oidc;
    private final Clock clock;

    @Inject
    TokenService(TokenRepository tokens, AuditTrail trail, OidcSettings oidc, Clock clock) {
        this.tokens = tokens;
        this.trail = trail;
        this.oidc = oidc;
        this.clock = clock;
    }

    /**
     * A new token.
     *
     * @param secret the token itself, which is stored nowhere
     */
    record IssueResult(TokenEntity token, String secret) {}

    /**
     * @throws org.putokaz.problem.ProblemException 422 when the request is invalid, 409 when there are too many tokens
     */
    @Transactional
    IssueResult issue(NewToken request, Actor admin) {
        Instant now = clock.instant();
        TokenSpec spec = request.toSpec(now);
        trail.lock();
        if (tokens.countValid(now) >= MAX_VALID_TOKENS) {
            throw ProblemType.CONFLICT.because("too-many-tokens", MAX_VALID_TOKENS);
        }
        String secret = TokenFormat.generate();
        TokenEntity token = TokenEntity.of(secret, spec, admin, now);
        tokens.add(token);
        trail.record(admin, AuditEvent.of("token-created", token.auditDetails()));
        return new IssueResult(token, secret);
    }

    /**
     * Revokes a token. The last valid admin token can be revoked only while OIDC is enabled; without it, no further
     * admin token could be created.
     *
     * @throws org.putokaz.problem.ProblemException 404 when there is no such token, 409 for the last valid admin token
     */
    @Transactional
    TokenEntity revoke(UUID id, Actor admin) {
        Instant now = clock.instant();
        trail.lock();
        TokenEntity token = tokens.find(id).orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-token"));
        if (isLastValidAdmin(token, now) && !oidc.isEnabled()) {
            throw ProblemType.CONFLICT.because("last-admin-token");
        }
        if (token.revoke(now)) {
            trail.record(admin, AuditEvent.of("token-revoked", token.auditDetails()));
        }
        return token;
    }

    private boolean isLastValidAdmin(TokenEntity token, Instant now) {
        return token.role() == Role.ADMIN && token.isValid(now) && tokens.countValid(Role.ADMIN, now) == 1;
    }
}
