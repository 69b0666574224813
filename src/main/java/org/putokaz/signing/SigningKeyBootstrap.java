package org.putokaz.signing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.putokaz.security.Actor;

/**
 * Sees to it at start that something can be signed: makes the first key, or takes in what the configuration brings. A
 * configured key that is new is a rotation like any other: it can be read for a while before it signs.
 */
@ApplicationScoped
class SigningKeyBootstrap {

    /** After the audit trail has its head, and the first admin a line in it. */
    private static final int AT_START = 160;

    private static final Actor START = Actor.service("start");

    private final SigningKeyRepository keys;
    private final PrivateKeyProvider own;
    private final KeyRotationService office;
    private final SigningConfig config;

    @Inject
    SigningKeyBootstrap(
            SigningKeyRepository keys, PrivateKeyProvider own, KeyRotationService office, SigningConfig config) {
        this.keys = keys;
        this.own = own;
        this.office = office;
        this.config = config;
    }

    /** The start stops here, for a reason that the operator can put right. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    void start(@Observes @Priority(AT_START) StartupEvent start) {
        takeIn(own);
    }

    /** Nodes that start at once wait here for one another; the second finds what the first has made. */
    void takeIn(PrivateKeyProvider own) {
        QuarkusTransaction.requiringNew().run(() -> {
            SigningKeySet all = keys.lockAll();
            // Only now: the time before the wait may lie before the moment from which another node's key signs.
            Instant now = office.now();
            if (own.configured().isEmpty() && all.signing(now).isEmpty()) {
                office.bringIn(SigningKeyEntity.generated(now, now), all, now, START);
            }
            takeConfigured(own, now);
            demandOneThatSigns(own, now);
        });
    }

    private void takeConfigured(PrivateKeyProvider own, Instant now) {
        String newest = "";
        for (String kid : own.configured().keySet()) {
            newest = kid;
        }
        for (Map.Entry<String, KeyPair> pair : own.configured().entrySet()) {
            SigningKeySet all = keys.all();
            if (all.named(pair.getKey()).isEmpty()) {
                take(pair.getValue(), pair.getKey().equals(newest), all, now);
            }
        }
    }

    /** What is not the newest signs no more; and with nothing to take over from there is nothing to wait for. */
    private void take(KeyPair pair, boolean newest, SigningKeySet all, Instant now) {
        boolean waits = newest && all.signing(now).isPresent();
        SigningKeyEntity row = SigningKeyEntity.configured(pair, now, waits ? now.plus(config.announce()) : now);
        if (!newest) {
            row.hasSignedUntil(now);
        }
        office.bringIn(row, newest ? all : new SigningKeySet(List.of()), now, START);
    }

    private void demandOneThatSigns(PrivateKeyProvider own, Instant now) {
        if (keys.all().signing(now).filter(own::has).isEmpty()) {
            throw new Refused(
                    "The key that signs now is not among putokaz.signing.private-keys of this node, nor in the"
                            + " database. Set the same keys on every node, the oldest first, and keep the old one until the new"
                            + " one signs.");
        }
    }
}
