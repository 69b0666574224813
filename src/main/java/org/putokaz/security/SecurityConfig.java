package org.putokaz.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Settings of authentication. */
@ConfigMapping(prefix = "putokaz.security")
public interface SecurityConfig {

    /**
     * Token that becomes the admin token when the service starts and no admin token is valid. Without the setting a
     * token is generated and printed once. It has the format of this service's tokens; {@code java -jar quarkus-run.jar
     * new-token} generates one.
     */
    Optional<String> bootstrapToken();

    /** Failed authentications per minute and client address before the service answers 429. */
    @WithDefault("20")
    int failuresPerMinute();
}
