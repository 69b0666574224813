/**
 * API tokens of this service (docs/decisions/0011).
 *
 * <p>{@link org.putokaz.security.token.TokenFormat} generates a token and checks its form. {@code TokenService} issues
 * and revokes tokens under the lock of the audit trail, {@link org.putokaz.security.token.TokenRepository} stores them
 * by their digest ({@link org.putokaz.security.token.TokenEntity}), and {@code TokenResource} manages them over HTTP.
 * {@code BootstrapAdmin} ensures an admin token at start. {@link org.putokaz.security.token.TokenUsageRecorder} records
 * the last use.
 */
@NullMarked
package org.putokaz.security.token;

import org.jspecify.annotations.NullMarked;
