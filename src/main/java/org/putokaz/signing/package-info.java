/**
 * Signatures of published content: Ed25519 keys, their rotation without a gap, and JWS made with them
 * (docs/decisions/0018).
 *
 * <p>{@link org.putokaz.signing.SigningKeyBootstrap} ensures at start that a key can sign;
 * {@link org.putokaz.signing.KeyRotationService} adds and revokes keys. The state of a key follows from the times in
 * its row ({@link org.putokaz.signing.SigningKeyEntity}), so no job changes it. {@link org.putokaz.signing.JwsSigner}
 * signs with the current key of {@link org.putokaz.signing.SigningKeyCache}, whose private half comes from
 * {@link org.putokaz.signing.PrivateKeyProvider}. {@code api} publishes the key set and lets admins rotate and revoke.
 */
@NullMarked
package org.putokaz.signing;

import org.jspecify.annotations.NullMarked;
