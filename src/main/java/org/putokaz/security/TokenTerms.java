package org.putokaz.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a token is made for.
 *
 * @param expiresAt from then on it is not valid; null when it does not end by itself
 */
record TokenTerms(String name, Role role, @Nullable Instant expiresAt) {}
