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
 * Repository of the times at which the store is going to change, so that no response is cached past them. Only times are
 * stored here: what is going to change stays unknown to the public side.
 */
@ApplicationScoped
public class ScheduledChanges {

    private final Session session;
    private final FeedNotifier notifier;

    @Inject
    ScheduledChanges(Session session, FeedNotifier notifier) {
        this.session = session;
        this.notifier = notifier;
    }

    /**
     * Schedules a change, or moves it when the id is scheduled already. It takes effect with the caller's commit. Responses
     * from before may be cached for as long as they said (a minute, or eleven with revalidation), so schedule early.
     */
    @Transactional(TxType.MANDATORY)
    public void schedule(UUID id, Instant at) {
        ScheduledChangeEntity scheduled = new ScheduledChangeEntity();
        scheduled.id = id;
        // The column holds milliseconds and would round up.
        scheduled.happensAt = at.truncatedTo(ChronoUnit.MILLIS);
        session.merge(scheduled);
        notifier.onCommitSchedule(earliest().orElse(null));
    }

    /** Removes a change that has happened or will not. An unknown id is ignored. */
    @Transactional(TxType.MANDATORY)
    public void cancel(UUID id) {
        ScheduledChangeEntity scheduled = session.find(ScheduledChangeEntity.class, id);
        if (scheduled != null) {
            session.remove(scheduled);
            notifier.onCommitSchedule(earliest().orElse(null));
        }
    }

    private Optional<Instant> earliest() {
        return Optional.ofNullable(
                session.createSelectionQuery("select min(u.happensAt) from ScheduledChangeEntity u", Instant.class)
                        .getSingleResultOrNull());
    }
}
