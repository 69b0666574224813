package org.putokaz.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Factory of Quarkus security identities that carry an {@link Actor}. */
public final class SecurityIdentities {

    static final String ACTOR_ATTRIBUTE = "putokaz.actor";
    static final String EXPIRES_AT_ATTRIBUTE = "putokaz.expires-at";

    /** The identity of a request without credentials. */
    public static final SecurityIdentity ANONYMOUS = QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(""))
            .setAnonymous(true)
            .build();

    private SecurityIdentities() {}

    /** @param expiresAt when the credential expires; null when it does not */
    public static SecurityIdentity of(Actor actor, @Nullable Instant expiresAt) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(actor.id()))
                .addRoles(actor.role().names())
                .addAttribute(ACTOR_ATTRIBUTE, actor);
        if (expiresAt != null) {
            identity.addAttribute(EXPIRES_AT_ATTRIBUTE, expiresAt);
        }
        return identity.build();
    }

    /** An authenticated identity without a role in this service: reads public resources, and gets 403 elsewhere. */
    public static SecurityIdentity withoutRole(String id) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(id))
                .build();
    }
}
