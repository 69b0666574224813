package org.putokaz.live.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** Startup task that inserts the feed row into an empty database and renews the feed id after a restored backup. */
@ApplicationScoped
public class FeedInitialiser {

    /** Priority of this startup observer; whatever needs the feed row has a higher one and runs later. */
    public static final int STARTUP_PRIORITY = 100;

    private static final Logger LOG = Logger.getLogger(FeedInitialiser.class);
    private static final int CURSOR_KEY_BYTES = 32;

    private final Session session;
    private final Clock clock;
    private final FeedConfig config;

    @Inject
    FeedInitialiser(Session session, Clock clock, FeedConfig config) {
        this.session = session;
        this.clock = clock;
        this.config = config;
    }

    void initialise(@Observes @Priority(STARTUP_PRIORITY) StartupEvent start) {
        QuarkusTransaction.requiringNew().run(() -> {
            insertIfMissing();
            config.restored().ifPresent(this::renewFeedId);
        });
    }

    /** Renews the id once for each value of the setting, also when several nodes start at the same time. */
    private void renewFeedId(String restored) {
        int renewed = session.createNativeMutationQuery("update live.feed set feed_id = :feed, restored = :restored"
                        + " where id = 1 and (restored is null or restored <> :restored)")
                .setParameter("feed", UUID.randomUUID())
                .setParameter("restored", restored)
                .executeUpdate();
        if (renewed > 0) {
            LOG.warn("The change feed has a new id: every consumer is told to start again");
        }
    }

    private void insertIfMissing() {
        byte[] key = new byte[CURSOR_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        session.createNativeMutationQuery("insert into live.feed (id, feed_id, position, changed_at, cursor_key,"
                        + " collation_version) values (1, :feed, 0, :now, :key, :collation) on conflict do nothing")
                .setParameter("feed", UUID.randomUUID())
                .setParameter("now", clock.instant())
                .setParameter("key", HexFormat.of().formatHex(key))
                .setParameter("collation", "none yet")
                .executeUpdate();
    }
}
