package org.putokaz.security.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.putokaz.security.Role;

/**
 * Validated specification of a token.
 *
 * @param expiresAt first instant at which the token is no longer valid; null when it does not expire
 */
record TokenSpec(String name, Role role, @Nullable Instant expiresAt) {}
