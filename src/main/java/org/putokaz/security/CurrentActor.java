package org.putokaz.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.putokaz.problem.ProblemType;

/** Who is asking, in the request that is being answered. */
@ApplicationScoped
public class CurrentActor {

    private final SecurityIdentity identity;

    @Inject
    CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws org.putokaz.problem.ProblemException 401 when nobody has said who they are, 403 when they have no role here */
    public Actor get() {
        if (identity.isAnonymous()) {
            throw ProblemType.UNAUTHENTICATED.with();
        }
        Actor actor = identity.getAttribute(SecurityIdentities.ACTOR);
        if (actor == null) {
            throw ProblemType.FORBIDDEN.with();
        }
        return actor;
    }

    /** Until when what they have shown is good; empty when it does not end by itself. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(identity.getAttribute(SecurityIdentities.EXPIRES_AT));
    }
}
