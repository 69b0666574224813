/**
 * HTTP interface of signing keys: the public key set at {@code /.well-known/jwks.json}
 * ({@link org.putokaz.signing.api.JwkSetResource}), and the keys for admins at {@code /editorial/v1/signing-keys}
 * ({@link org.putokaz.signing.api.SigningKeyResource}).
 */
@NullMarked
package org.putokaz.signing.api;

import org.jspecify.annotations.NullMarked;
