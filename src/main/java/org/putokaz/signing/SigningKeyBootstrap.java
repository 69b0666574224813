package org.putokaz.signing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.putokaz.security.Actor;

/**
 * Bootstrap of the signing keys at start: generates the first key, or imports the configured ones. A new configured key
 * is announced before it signs, as in a rotation.
 */
@ApplicationScoped
class SigningKeyBootstrap {

    /** After the audit trail has its head, and the first admin a line in it. */
    private static final int START_PRIORITY = 160;

    private static final Actor ACTOR = Actor.service("start");

    private final SigningKeyRepository repository;
    private final PrivateKeyProvider privateKeys;
    private final KeyRotationService rotations;
    private final SigningConfig config;
    private final Clock clock;

    @Inject
    SigningKeyBootstrap(
            SigningKeyRepository repository,
            PrivateKeyProvider privateKeys,
            KeyRotationService rotations,
            SigningConfig config,
            Clock clock) {
        this.repository = repository;
        this.privateKeys = privateKeys;
        this.rotations = rotations;
        this.config = config;
        this.clock = clock;
    }

    /** Failure of the start because this node lacks the key that signs. */
    static final class MissingSigningKeyException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MissingSigningKeyException(String message) {
            super(message);
        }
    }

    void onStartup(@Observes @Priority(START_PRIORITY) StartupEvent event) {
        ensureSigningKey();
    }

    /**
     * Runs under the lock of all keys: of nodes that start at the same time, the second finds the keys of the first.
     */
    void ensureSigningKey() {
        QuarkusTransaction.requiringNew().run(() -> {
            SigningKeySet all = repository.lockAndFindAll();
            // After the lock: a time before it could lie before the start of another node's key.
            Instant now = clock.instant();
            if (privateKeys.configuredKeys().isEmpty() && all.signingKey(now).isEmpty()) {
                rotations.addKey(SigningKeyEntity.generated(now, now), all, now, ACTOR);
            }
            importConfiguredKeys(now);
            requireSigningKey(now);
        });
    }

    private void importConfiguredKeys(Instant now) {
        List<String> kids = List.copyOf(privateKeys.configuredKeys().keySet());
        for (Map.Entry<String, KeyPair> configured :
                privateKeys.configuredKeys().entrySet()) {
            SigningKeySet all = repository.findAll();
            if (all.findByKid(configured.getKey()).isEmpty()) {
                boolean newest = configured.getKey().equals(kids.get(kids.size() - 1));
                importKey(configured.getValue(), newest, all, now);
            }
        }
    }

    /** Only the newest key signs: after its announcement, or at once when there is no other key that signs. */
    private void importKey(KeyPair pair, boolean newest, SigningKeySet all, Instant now) {
        boolean announced = newest && all.signingKey(now).isPresent();
        SigningKeyEntity key = SigningKeyEntity.configured(pair, now, announced ? now.plus(config.announce()) : now);
        if (!newest) {
            key.setSignsUntil(now);
        }
        rotations.addKey(key, newest ? all : new SigningKeySet(List.of()), now, ACTOR);
    }

    private void requireSigningKey(Instant now) {
        if (repository
                .findAll()
                .signingKey(now)
                .filter(privateKeys::hasPrivateKeyOf)
                .isEmpty()) {
            throw new MissingSigningKeyException(
                    "The key that signs now is not among putokaz.signing.private-keys of this node, nor in the"
                            + " database. Set the same keys on every node, the oldest first, and keep the old one until the new"
                            + " one signs.");
        }
    }
}
