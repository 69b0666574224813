package org.putokaz.live.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.putokaz.live.entity.ScheduledChangeEntity;

/**
 * The moments at which the store is going to change, so that no cache keeps an answer past them. Only moments are told:
 * what is going to change, nobody who reads this store learns.
 */
@ApplicationScoped
public class ScheduledChanges {

    private final Session session;
    private final FeedNotifier watch;

    @Inject
    ScheduledChanges(Session session, FeedNotifier watch) {
        this.session = session;
        this.watch = watch;
    }

    /**
     * Makes a moment known, in place of what was announced under this id before. It counts from the caller's commit on;
     * what was answered before may still be kept as long as was said then (a minute, or eleven while asking anew), so
     * announce early.
     */
    @Transactional(TxType.MANDATORY)
    public void announce(UUID id, Instant at) {
        ScheduledChangeEntity row = new ScheduledChangeEntity();
        row.id = id;
        // Never later than it is: the column holds milliseconds and would round.
        row.happensAt = at.truncatedTo(ChronoUnit.MILLIS);
        session.merge(row);
        watch.willAwait(next().orElse(null));
    }

    /** It has happened, or will not. Nothing is wrong when nothing was announced under this id. */
    @Transactional(TxType.MANDATORY)
    public void forget(UUID id) {
        ScheduledChangeEntity row = session.find(ScheduledChangeEntity.class, id);
        if (row != null) {
            session.remove(row);
            watch.willAwait(next().orElse(null));
        }
    }

    /** The earliest moment announced; it may be past, and then the change is late. */
    Optional<Instant> next() {
        return Optional.ofNullable(
                session.createSelectionQuery("select min(u.happensAt) from ScheduledChangeEntity u", Instant.class)
                        .getSingleResultOrNull());
    }
}
