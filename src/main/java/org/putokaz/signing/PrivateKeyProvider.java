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

/** The private halves that this node can sign with: those of its configuration, and those in the database. */
@Singleton
class PrivateKeyProvider {

    private final Map<String, KeyPair> configured = new LinkedHashMap<>();

    @Inject
    PrivateKeyProvider(SigningConfig config) {
        List<String> keys = config.privateKeys().orElse(List.of());
        for (int i = 0; i < keys.size(); i++) {
            try {
                KeyPair pair = Ed25519Keys.read(keys.get(i));
                configured.put(Ed25519Keys.thumbprint(Ed25519Keys.x(pair.getPublic())), pair);
            } catch (IllegalArgumentException noKey) {
                throw new IllegalArgumentException(
                        "putokaz.signing.private-keys: number " + (i + 1) + " is " + noKey.getMessage());
            }
        }
    }

    /** By name, the oldest first; empty when keys are made here. */
    Map<String, KeyPair> configured() {
        return configured;
    }

    boolean has(SigningKeyEntity key) {
        return configured.containsKey(key.kid) || key.privateKey != null;
    }

    /** @throws org.putokaz.problem.ProblemException 503 when the key is configured on other nodes and not here */
    PrivateKey of(SigningKeyEntity key) {
        KeyPair pair = configured.get(key.kid);
        if (pair != null) {
            return pair.getPrivate();
        }
        if (key.privateKey == null) {
            throw ProblemType.UNAVAILABLE.because("no-signing-key");
        }
        try {
            return Ed25519Keys.privateKey(key.privateKey);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The private half of " + key.kid + " cannot be read", broken);
        }
    }
}
