package org.putokaz.security.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.putokaz.security.Role;

/**
 * What a token is made for.
 *
 * @param expiresAt from then on it is not valid; null when it does not end by itself
 */
record TokenSpec(String name, Role role, @Nullable Instant expiresAt) {}
