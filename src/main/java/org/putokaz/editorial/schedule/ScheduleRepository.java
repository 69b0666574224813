package org.putokaz.editorial.schedule;

import org.putokaz.live.feed.ScheduledChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The schedules. Whoever changes one holds its row, and takes it before the set and the entries that it is about, as the
 * clerk does: otherwise the two could wait for each other.
 */
@ApplicationScoped
public class ScheduleRepository {

    private final Session session;
    private final ScheduledChanges upcoming;

    @Inject
    ScheduleRepository(Session session, ScheduledChanges upcoming) {
        this.session = session;
        this.upcoming = upcoming;
    }

    /** Puts it on, and tells caches that something will happen then. */
    public void add(Schedule schedule) {
        // Another one may have just ended: its row gives the place free before this one takes it.
        session.flush();
        session.persist(schedule);
        upcoming.schedule(schedule.id, schedule.dueAt);
    }

    /** Caches need not wait for it any more. */
    public void cancelAnnouncement(Schedule schedule) {
        upcoming.cancel(schedule.id);
    }

    /** The pending schedule of an entry or a set, if it has one, which nobody else can change or carry out from here on. */
    public Optional<Schedule> lockPending(UUID owner) {
        return lock("pending_of = :id for update", owner);
    }

    /** The schedule, unless somebody else has it in hand. */
    public Optional<Schedule> claim(UUID id) {
        return lock("id = :id for update skip locked", id);
    }

    public Optional<Schedule> lock(UUID id) {
        return lock("id = :id for update", id);
    }

    private Optional<Schedule> lock(String which, UUID id) {
        return session
                .createNativeQuery("select id from editorial.schedule where " + which, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .map(locked -> session.find(Schedule.class, locked))
                .filter(Schedule::isPending);
    }

    /** What should have happened by now, the longest overdue first. */
    public List<UUID> findDue(Instant now, Collection<UUID> but, int most) {
        String others = but.isEmpty() ? "" : " and s.id not in :but";
        var query = session.createSelectionQuery(
                        "select s.id from Schedule s where s.state = ScheduleState.PENDING and s.dueAt <= :now" + others
                                + " order by s.dueAt, s.id",
                        UUID.class)
                .setParameter("now", now);
        if (!but.isEmpty()) {
            query.setParameterList("but", but);
        }
        return query.setMaxResults(most).getResultList();
    }

    public long countDue(Instant now) {
        return session.createSelectionQuery(
                        "select count(s) from Schedule s where s.state = ScheduleState.PENDING and s.dueAt <= :now",
                        Long.class)
                .setParameter("now", now)
                .getSingleResult();
    }

    /** The first moment after this one at which something is to happen. */
    public Optional<Instant> findNextDueTime(Instant now) {
        return Optional.ofNullable(session.createSelectionQuery(
                        "select min(s.dueAt) from Schedule s where s.state = ScheduleState.PENDING and s.dueAt > :now",
                        Instant.class)
                .setParameter("now", now)
                .getSingleResultOrNull());
    }

    /** What an editor of this entry wants to know: what will happen next, alone or in a set, or what came of the last. */
    public Optional<Schedule> findForEntry(UUID entry) {
        return first(
                "(s.entryId = :id or s.setId in (select p.key.ownerId from PlannedStepEntity p where p.entryId = :id))",
                entry);
    }

    public Optional<Schedule> findForSet(UUID set) {
        return first("s.setId = :id", set);
    }

    private Optional<Schedule> first(String which, UUID id) {
        return session
                .createSelectionQuery(
                        "select s from Schedule s where " + which + " and s.state = ScheduleState.PENDING"
                                + " order by s.dueAt, s.id",
                        Schedule.class)
                .setParameter("id", id)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .or(() -> session
                        .createSelectionQuery(
                                "select s from Schedule s where " + which + " order by s.endedAt desc, s.id desc",
                                Schedule.class)
                        .setParameter("id", id)
                        .setMaxResults(1)
                        .getResultList()
                        .stream()
                        .findFirst());
    }
}
