package org.putokaz.security.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.security.OidcSettings;
import org.putokaz.security.Role;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/** Gives tokens out and takes them back, one after another, and notes each in the audit trail. */
@ApplicationScoped
class TokenService {

    /** More than any institution needs; so many that a loop gone wild is noticed. */
    static final int MOST_VALID = 1000;

    private final TokenRepository tokens;
    private final AuditTrail trail;
    private final OidcSettings people;
    private final Clock clock;

    @Inject
    TokenService(TokenRepository tokens, AuditTrail trail, OidcSettings people, Clock clock) {
        this.tokens = tokens;
        this.trail = trail;
        this.people = people;
        this.clock = clock;
    }

    /** A token that was just made, and its text, which is nowhere else. */
    record Issued(TokenEntity row, String text) {}

    /** @throws org.putokaz.problem.ProblemException 422 when the terms are wrong, 409 when there are too many tokens */
    @Transactional
    Issued issue(NewToken asked, Actor admin) {
        Instant now = now();
        TokenSpec terms = asked.terms(now);
        trail.lock();
        if (tokens.countValid(now) >= MOST_VALID) {
            throw ProblemType.CONFLICT.because("too-many-tokens", MOST_VALID);
        }
        String text = TokenFormat.fresh();
        TokenEntity row = TokenEntity.of(text, terms, admin, now);
        tokens.add(row);
        trail.record(admin, AuditEvent.of("token-created", facts(row)));
        return new Issued(row, text);
    }

    /**
     * @throws org.putokaz.problem.ProblemException 404 when there is no such token, 409 when nobody could make another
     *     admin token afterwards
     */
    @Transactional
    TokenEntity revoke(UUID id, Actor admin) {
        Instant now = now();
        trail.lock();
        TokenEntity row = tokens.find(id).orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-token"));
        boolean isAdmin = row.role() == Role.ADMIN && row.isValid(now);
        if (isAdmin && tokens.countValid(Role.ADMIN, now) == 1 && !people.mayLogIn()) {
            throw ProblemType.CONFLICT.because("last-admin-token");
        }
        if (row.revoke(now)) {
            trail.record(admin, AuditEvent.of("token-revoked", facts(row)));
        }
        return row;
    }

    static Map<String, String> facts(TokenEntity row) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("token", row.id.toString());
        facts.put("name", row.name);
        facts.put("role", row.role);
        if (row.expiresAt != null) {
            facts.put("expiresAt", row.expiresAt.toString());
        }
        return facts;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
