package org.putokaz.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An actor in the form that Quarkus asks for. */
public final class SecurityIdentities {

    static final String ACTOR = "putokaz.actor";
    static final String EXPIRES_AT = "putokaz.expires-at";

    /** Who shows nothing. */
    public static final SecurityIdentity NOBODY = QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(""))
            .setAnonymous(true)
            .build();

    private SecurityIdentities() {}

    public static SecurityIdentity of(Actor actor, @Nullable Instant expiresAt) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(actor.id()))
                .addRoles(actor.role().names())
                .addAttribute(ACTOR, actor);
        if (expiresAt != null) {
            identity.addAttribute(EXPIRES_AT, expiresAt);
        }
        return identity.build();
    }

    /** Somebody whose word we have, and who has no role here. */
    public static SecurityIdentity withoutRole(String id) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(id))
                .build();
    }
}
