package org.putokaz.editorial.preview;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.hibernate.Session;

/** Repository of the secret that signs preview tokens. All nodes share it. */
@ApplicationScoped
class PreviewKeyRepository {

    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Session session;

    @Inject
    PreviewKeyRepository(Session session) {
        this.session = session;
    }

    /** Empty until the first preview link is created. */
    Optional<byte[]> find() {
        return session.createSelectionQuery("select k.secret from PreviewKeyEntity k", String.class)
                .uniqueResultOptional()
                .map(HexFormat.of()::parseHex);
    }

    byte[] getOrCreate() {
        return find().orElseGet(() -> {
            insertNew();
            return find().orElseThrow();
        });
    }

    /** In a transaction of its own; of several nodes at once, one inserts and the others read what it inserted. */
    private void insertNew() {
        byte[] secret = new byte[KEY_BYTES];
        RANDOM.nextBytes(secret);
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery("insert into editorial.preview_key (id, secret)"
                                + " values (1, :secret) on conflict do nothing")
                        .setParameter("secret", HexFormat.of().formatHex(secret))
                        .executeUpdate());
    }
}
