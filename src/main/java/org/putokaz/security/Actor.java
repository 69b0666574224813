package org.putokaz.security;

/**
 * Authenticated originator of an action: an API token, a person known by OIDC, or the service itself.
 *
 * @param id permanent and unique: {@code token:<uuid>}, {@code oidc:<issuer>#<subject>} (two issuers may use the same
 *     subject), {@code service:<component>} for the service itself
 * @param name display name; may change and need not be unique
 */
public record Actor(String id, String name, Role role) {

    /** The service itself: background work, start-up and scheduled actions. */
    public static Actor service(String component) {
        return new Actor("service:" + component, "Putokaz", Role.ADMIN);
    }
}
