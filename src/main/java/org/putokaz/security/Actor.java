package org.putokaz.security;

/**
 * Who does something.
 *
 * @param id the same for ever and nobody else's: {@code token:<uuid>}, {@code oidc:<issuer>#<subject>} (two issuers may
 *     have the same subject), {@code service:<what>} for the service itself
 * @param name for people to read; may change, and may be somebody else's too
 */
public record Actor(String id, String name, Role role) {

    /** The service itself, doing what it was told to do earlier or what it does by itself. */
    public static Actor service(String what) {
        return new Actor("service:" + what, "Putokaz", Role.ADMIN);
    }
}
