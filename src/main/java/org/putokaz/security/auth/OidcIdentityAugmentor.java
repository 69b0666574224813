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
 * Mapping of OIDC identities to actors. Issuer and subject together are the id, because a subject is unique within one
 * issuer only. Of the roles in the token, those of this service count, and the highest of them wins.
 */
@ApplicationScoped
class OidcIdentityAugmentor implements SecurityIdentityAugmentor {

    /** Column lengths of the audit trail. */
    private static final int MAX_ID_LENGTH = 500;

    private static final int MAX_NAME_LENGTH = 200;

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Uni.createFrom().item(() -> toIdentity(token, identity))
                : Uni.createFrom().item(identity);
    }

    private static SecurityIdentity toIdentity(JsonWebToken token, SecurityIdentity identity) {
        String id = "oidc:" + token.getIssuer() + '#' + token.getSubject();
        if (token.getIssuer() == null || token.getSubject() == null || id.length() > MAX_ID_LENGTH) {
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
        return printable.substring(0, Math.min(printable.length(), MAX_NAME_LENGTH));
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
