package org.putokaz.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.putokaz.problem.ProblemType;

/** Actor of the current request. */
@ApplicationScoped
public class CurrentActor {

    private final SecurityIdentity identity;

    @Inject
    CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * @throws org.putokaz.problem.ProblemException 401 for an anonymous request, 403 when the identity has no role here
     */
    public Actor get() {
        if (identity.isAnonymous()) {
            throw ProblemType.UNAUTHENTICATED.with();
        }
        Actor actor = identity.getAttribute(SecurityIdentities.ACTOR_ATTRIBUTE);
        if (actor == null) {
            throw ProblemType.FORBIDDEN.with();
        }
        return actor;
    }

    /** When the credential of the request expires; empty when it does not expire. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(identity.getAttribute(SecurityIdentities.EXPIRES_AT_ATTRIBUTE));
    }
}
