package org.putokaz.security.auth;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.putokaz.security.Actor;
import org.putokaz.security.Role;
import org.putokaz.security.SecurityIdentities;

/**
 * Makes an actor of somebody who came in with the institution's login. Issuer and subject together are the id, because a
 * subject is one person at one issuer only; of the roles that the token names ours count, and the highest of them wins.
 */
@ApplicationScoped
class OidcIdentityAugmentor implements SecurityIdentityAugmentor {

    /** As long as the audit trail keeps them. */
    private static final int LONGEST_ID = 500;

    private static final int LONGEST_NAME = 200;

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Uni.createFrom().item(() -> person(token, identity))
                : Uni.createFrom().item(identity);
    }

    private static SecurityIdentity person(JsonWebToken token, SecurityIdentity identity) {
        String id = "oidc:" + token.getIssuer() + '#' + token.getSubject();
        if (token.getIssuer() == null || token.getSubject() == null || id.length() > LONGEST_ID) {
            throw new AuthenticationFailedException();
        }
        Optional<Role> role = Role.highestOf(identity.getRoles());
        return role.isEmpty()
                ? SecurityIdentities.withoutRole(id)
                : SecurityIdentities.of(
                        new Actor(id, name(token), role.get()), Instant.ofEpochSecond(token.getExpirationTime()));
    }

    private static String name(JsonWebToken token) {
        String name = firstOf(token.getClaim("name"), token.getClaim("preferred_username"), token.getSubject());
        String printable = name.replaceAll("\\p{Cntrl}", " ").strip();
        return printable.substring(0, Math.min(printable.length(), LONGEST_NAME));
    }

    private static String firstOf(@Nullable Object... claims) {
        for (Object claim : claims) {
            if (claim instanceof String text && !text.isBlank()) {
                return text;
            }
        }
        return "?";
    }
}
