package org.putokaz.security.auth;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import org.putokaz.security.token.TokenFormat;

/** Authentication request with the digest of a well-formed token of this service. */
final class TokenAuthenticationRequest extends BaseAuthenticationRequest {

    private final String digest;

    TokenAuthenticationRequest(String token) {
        this.digest = TokenFormat.digest(token);
    }

    String digest() {
        return digest;
    }
}
