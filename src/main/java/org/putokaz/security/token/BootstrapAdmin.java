package org.putokaz.security.token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.putokaz.security.Actor;
import org.putokaz.security.Role;
import org.putokaz.security.SecurityConfig;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/**
 * Sees to it that somebody can come in: when no admin token is valid at start, the configured one becomes it, or one is
 * made and printed once. On the console, not in the log, which is kept and sent around.
 */
@ApplicationScoped
class BootstrapAdmin {

    /** After the audit trail has its head. */
    private static final int AT_START = 150;

    private static final Logger LOG = Logger.getLogger(BootstrapAdmin.class);
    private static final Actor FIRST_START = Actor.service("first-start");

    private final SecurityConfig config;
    private final TokenRepository tokens;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    BootstrapAdmin(SecurityConfig config, TokenRepository tokens, AuditTrail trail, Clock clock) {
        this.config = config;
        this.tokens = tokens;
        this.trail = trail;
        this.clock = clock;
    }

    /** The start stops here, for a reason that the operator can put right. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    void start(@Observes @Priority(AT_START) StartupEvent start) {
        admit(config.bootstrapToken(), System.out);
    }

    void admit(Optional<String> configured, PrintStream console) {
        configured.ifPresent(BootstrapAdmin::checkForm);
        // Nodes that start at once wait here for one another; the second finds what the first has made.
        Optional<String> generated = QuarkusTransaction.requiringNew().call(() -> {
            trail.lock();
            return admit(configured, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        });
        // Only what has been committed is worth printing.
        generated.ifPresent(token -> console.println(notice(token)));
    }

    private static void checkForm(String configured) {
        if (!TokenFormat.isWellFormed(configured)) {
            throw new Refused("putokaz.security.bootstrap-token is not a token of this service: it is misspelt, or was"
                    + " not made by it. Make one with \"java -jar quarkus-run.jar new-token\", or leave the setting out"
                    + " and take the token that the first start prints.");
        }
    }

    /** Returns the token that was made up, if one was. */
    private Optional<String> admit(Optional<String> configured, Instant now) {
        if (tokens.countValid(Role.ADMIN, now) > 0) {
            return Optional.empty();
        }
        String token = configured.orElseGet(TokenFormat::fresh);
        if (tokens.withDigest(TokenFormat.digest(token)).isPresent()) {
            throw new Refused("No admin token is valid, and that of putokaz.security.bootstrap-token was revoked or has"
                    + " expired: it does not come back. Set another one, or leave the setting out.");
        }
        TokenEntity row = TokenEntity.of(token, new TokenSpec("First admin", Role.ADMIN, null), FIRST_START, now);
        tokens.add(row);
        Map<String, String> facts = new TreeMap<>(TokenService.facts(row));
        facts.put("source", configured.isPresent() ? "configured" : "generated");
        trail.record(FIRST_START, AuditEvent.of("first-admin-created", facts));
        LOG.info("No admin token was valid, so one was made");
        return configured.isPresent() ? Optional.empty() : Optional.of(token);
    }

    private static String notice(String token) {
        String line = "=".repeat(76);
        return """
                %s
                  This is the admin token of this Putokaz. It is shown once, and kept nowhere.

                      %s

                  Try it:  curl -H "Authorization: Bearer <the token>" localhost:8080/editorial/v1/me
                %s""".formatted(line, token, line);
    }
}
