package org.putokaz.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A well-formed token of this service that came with a request, and is still to be looked up. */
final class PresentedToken extends BaseAuthenticationRequest {

    private final String digest;

    PresentedToken(String text) {
        this.digest = TokenText.digest(text);
    }

    String digest() {
        return digest;
    }
}
