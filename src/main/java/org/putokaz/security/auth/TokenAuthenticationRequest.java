package org.putokaz.security.auth;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import org.putokaz.security.token.TokenFormat;

/** A well-formed token of this service that came with a request, and is still to be looked up. */
final class TokenAuthenticationRequest extends BaseAuthenticationRequest {

    private final String digest;

    TokenAuthenticationRequest(String text) {
        this.digest = TokenFormat.digest(text);
    }

    String digest() {
        return digest;
    }
}
