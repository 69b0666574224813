package org.putokaz.security;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether people come in with the institution's own login (OIDC), beside the tokens of this service. */
@Singleton
public class OidcSettings {

    private final boolean loggingIn;

    @Inject
    OidcSettings(@ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean loggingIn) {
        this.loggingIn = loggingIn;
    }

    public boolean mayLogIn() {
        return loggingIn;
    }
}
