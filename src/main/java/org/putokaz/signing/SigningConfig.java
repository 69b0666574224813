package org.putokaz.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings {@code putokaz.signing.*}. */
@ConfigMapping(prefix = "putokaz.signing")
public interface SigningConfig {

    /**
     * Ed25519 private keys, the oldest first; the last one signs. Each is PKCS#8 in base64, the body of the PEM file
     * that {@code openssl genpkey -algorithm ed25519} writes. Without them keys are generated and stored in the
     * database.
     */
    Optional<List<String>> privateKeys();

    /** Time for which a new key is in the key set before it signs. */
    @WithDefault("P1D")
    Duration announce();

    /** Time for which a key stays in the key set after it has ceased to sign. */
    @WithDefault("P365D")
    Duration keep();
}
