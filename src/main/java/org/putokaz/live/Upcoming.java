package org.putokaz.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The moments at which the store is going to change, so that no cache keeps an answer past them. Only moments are told:
 * what is going to change, nobody who reads this store learns.
 */
@ApplicationScoped
public class Upcoming {

    private final Session session;
    private final FeedWatch watch;

    @Inject
    Upcoming(Session session, FeedWatch watch) {
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
        UpcomingRow row = new UpcomingRow();
        row.id = id;
        // Never later than it is: the column holds milliseconds and would round.
        row.happensAt = at.truncatedTo(ChronoUnit.MILLIS);
        session.merge(row);
        watch.willAwait(next().orElse(null));
    }

    /** It has happened, or will not. Nothing is wrong when nothing was announced under this id. */
    @Transactional(TxType.MANDATORY)
    public void forget(UUID id) {
        UpcomingRow row = session.find(UpcomingRow.class, id);
        if (row != null) {
            session.remove(row);
            watch.willAwait(next().orElse(null));
        }
    }

    /** The earliest moment announced; it may be past, and then the change is late. */
    Optional<Instant> next() {
        return Optional.ofNullable(
                session.createSelectionQuery("select min(u.happensAt) from UpcomingRow u", Instant.class)
                        .getSingleResultOrNull());
    }
}
