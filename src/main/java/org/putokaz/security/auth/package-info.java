/**
 * Authentication and the default authorisation of every request (docs/decisions/0011).
 *
 * <p>{@code BearerAuthenticationMechanism} reads the {@code AuthorizationHeader}. A token of this service becomes a
 * {@code TokenAuthenticationRequest}, which {@code TokenIdentityProvider} looks up; any other token goes to OIDC, and
 * {@code OidcIdentityAugmentor} maps the identity. {@code FailedLoginRateLimiter} limits failures by client address.
 * {@code DenyByDefaultPolicy} then refuses anonymous requests outside the public paths. {@code MeResource} shows the
 * result.
 */
@NullMarked
package org.putokaz.security.auth;

import org.jspecify.annotations.NullMarked;
