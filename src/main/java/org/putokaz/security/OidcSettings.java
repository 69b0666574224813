package org.putokaz.security;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Setting that enables the institution's OIDC login beside the API tokens of this service. */
@Singleton
public class OidcSettings {

    private final boolean enabled;

    @Inject
    OidcSettings(@ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean enabled) {
        this.enabled = enabled;
    }

    public boolean isEnabled() {
        return enabled;
    }
}
