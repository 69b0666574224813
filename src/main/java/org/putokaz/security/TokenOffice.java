package org.putokaz.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.putokaz.problem.Problem;

/** Gives tokens out and takes them back, one after another, and notes each in the audit trail. */
@ApplicationScoped
class TokenOffice {

    /** More than any institution needs; so many that a loop gone wild is noticed. */
    static final int MOST_VALID = 1000;

    private final Tokens tokens;
    private final AuditTrail trail;
    private final People people;
    private final Clock clock;

    @Inject
    TokenOffice(Tokens tokens, AuditTrail trail, People people, Clock clock) {
        this.tokens = tokens;
        this.trail = trail;
        this.people = people;
        this.clock = clock;
    }

    /** A token that was just made, and its text, which is nowhere else. */
    record Issued(TokenRow row, String text) {}

    /** @throws org.putokaz.problem.ProblemException 422 when the terms are wrong, 409 when there are too many tokens */
    @Transactional
    Issued issue(NewToken asked, Actor admin) {
        Instant now = now();
        TokenTerms terms = asked.terms(now);
        trail.lock();
        if (tokens.countValid(now) >= MOST_VALID) {
            throw Problem.CONFLICT.because("too-many-tokens", MOST_VALID);
        }
        String text = TokenText.fresh();
        TokenRow row = TokenRow.of(text, terms, admin, now);
        tokens.add(row);
        trail.record(admin, Act.of("token-created", facts(row)));
        return new Issued(row, text);
    }

    /**
     * @throws org.putokaz.problem.ProblemException 404 when there is no such token, 409 when nobody could make another
     *     admin token afterwards
     */
    @Transactional
    TokenRow revoke(UUID id, Actor admin) {
        Instant now = now();
        trail.lock();
        TokenRow row = tokens.find(id).orElseThrow(() -> Problem.NOT_FOUND.because("no-such-token"));
        boolean isAdmin = row.role() == Role.ADMIN && row.isValid(now);
        if (isAdmin && tokens.countValid(Role.ADMIN, now) == 1 && !people.mayLogIn()) {
            throw Problem.CONFLICT.because("last-admin-token");
        }
        if (row.revoke(now)) {
            trail.record(admin, Act.of("token-revoked", facts(row)));
        }
        return row;
    }

    static Map<String, String> facts(TokenRow row) {
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
