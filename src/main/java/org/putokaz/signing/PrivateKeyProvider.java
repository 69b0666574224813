package org.putokaz.signing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.putokaz.problem.ProblemType;

/** Provider of the private keys that this node can sign with: those of its configuration, and those of the database. */
@Singleton
class PrivateKeyProvider {

    private final Map<String, KeyPair> configuredKeys = new LinkedHashMap<>();

    @Inject
    PrivateKeyProvider(SigningConfig config) {
        List<String> keys = config.privateKeys().orElse(List.of());
        for (int i = 0; i < keys.size(); i++) {
            try {
                KeyPair pair = Ed25519Keys.parse(keys.get(i));
                configuredKeys.put(Ed25519Keys.thumbprint(Ed25519Keys.publicKeyCoordinate(pair.getPublic())), pair);
            } catch (IllegalArgumentException invalid) {
                throw new IllegalArgumentException(
                        "putokaz.signing.private-keys: number " + (i + 1) + " is " + invalid.getMessage());
            }
        }
    }

    /** The configured key pairs by id, the oldest first; empty when keys are generated. */
    Map<String, KeyPair> configuredKeys() {
        return configuredKeys;
    }

    boolean hasPrivateKeyOf(SigningKeyEntity key) {
        return configuredKeys.containsKey(key.kid) || key.privateKey != null;
    }

    /** @throws org.putokaz.problem.ProblemException 503 when the key is configured on other nodes only */
    PrivateKey privateKeyOf(SigningKeyEntity key) {
        KeyPair pair = configuredKeys.get(key.kid);
        if (pair != null) {
            return pair.getPrivate();
        }
        if (key.privateKey == null) {
            throw ProblemType.UNAVAILABLE.because("no-signing-key");
        }
        try {
            return Ed25519Keys.parsePrivateKey(key.privateKey);
        } catch (GeneralSecurityException invalid) {
            throw new IllegalStateException("The private key of " + key.kid + " cannot be parsed", invalid);
        }
    }
}
