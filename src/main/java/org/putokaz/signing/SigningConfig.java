package org.putokaz.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the keys that content is signed with come and go. */
@ConfigMapping(prefix = "putokaz.signing")
public interface SigningConfig {

    /**
     * Ed25519 private keys, each PKCS#8 in base64 (the body of what {@code openssl genpkey -algorithm ed25519} writes),
     * the oldest first; the last one signs. Without them keys are made here and kept in the database.
     */
    Optional<List<String>> privateKeys();

    /** How long a new key can be read before anything is signed with it. */
    @WithDefault("P1D")
    Duration announce();

    /** How long a key can be read after the last thing was signed with it. */
    @WithDefault("P365D")
    Duration keep();
}
