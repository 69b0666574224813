package org.putokaz.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What an operator says about who may come in. */
@ConfigMapping(prefix = "putokaz.security")
public interface SecurityConfig {

    /**
     * Becomes the admin token when the service starts and no admin token is valid. Without it one is made and printed
     * once. It must be a token of this service; {@code java -jar quarkus-run.jar new-token} makes one.
     */
    Optional<String> bootstrapToken();

    /** How many attempts with a wrong token an address may make in a minute before it is told to wait. */
    @WithDefault("20")
    int failuresPerMinute();
}
