package org.putokaz.editorial.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.putokaz.live.feed.ScheduledChanges;

/**
 * Repository of the schedules.
 *
 * <p>Locks: a transaction that changes a schedule locks its row first, then the publishing set, then the entries, as
 * the worker does when it executes one. Any other order could end in a deadlock.
 */
@ApplicationScoped
public class ScheduleRepository {

    private final Session session;
    private final ScheduledChanges scheduledChanges;

    @Inject
    ScheduleRepository(Session session, ScheduledChanges scheduledChanges) {
        this.session = session;
        this.scheduledChanges = scheduledChanges;
    }

    /** Adds a pending schedule and announces its time to the caches. */
    public void add(Schedule schedule) {
        // A schedule that has just ended must be written first: each entry and each set has one pending schedule at
        // most.
        session.flush();
        session.persist(schedule);
        scheduledChanges.schedule(schedule.id, schedule.dueAt);
    }

    /** Ends a pending schedule without executing it. */
    public void cancel(Schedule schedule, Instant now) {
        schedule.cancel(now);
        cancelAnnouncement(schedule);
    }

    /** Withdraws the announcement to the caches that something changes at the time of the schedule. */
    public void cancelAnnouncement(Schedule schedule) {
        scheduledChanges.cancel(schedule.id);
    }

    /** Locks the pending schedule of an entry or a publishing set, if it has one. */
    public Optional<Schedule> lockPending(UUID owner) {
        return lock("pending_of = :id for update", owner);
    }

    /** Those of these entries or publishing sets that have a pending schedule. */
    public Set<UUID> findPendingOwners(Collection<UUID> owners) {
        return owners.isEmpty()
                ? Set.of()
                : Set.copyOf(session.createSelectionQuery(
                                "select s.pendingFor from Schedule s where s.pendingFor in :owners", UUID.class)
                        .setParameter("owners", owners)
                        .getResultList());
    }

    /** Locks the schedule for execution; empty when it has ended or another transaction holds its lock. */
    public Optional<Schedule> claim(UUID id) {
        return lock("id = :id for update skip locked", id);
    }

    /** Locks the schedule, waiting for its lock; empty when it has ended. */
    public Optional<Schedule> lock(UUID id) {
        return lock("id = :id for update", id);
    }

    private Optional<Schedule> lock(String condition, UUID id) {
        return session
                .createNativeQuery("select id from editorial.schedule where " + condition, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .map(locked -> session.find(Schedule.class, locked))
                .filter(Schedule::isPending);
    }

    /** Ids of the pending schedules whose time has come, the longest overdue first, without the excluded ones. */
    public List<UUID> findDue(Instant now, Collection<UUID> excluded, int limit) {
        String condition = excluded.isEmpty() ? "" : " and s.id not in :excluded";
        var query = session.createSelectionQuery(
                        "select s.id from Schedule s where s.state = ScheduleState.PENDING and s.dueAt <= :now"
                                + condition + " order by s.dueAt, s.id",
                        UUID.class)
                .setParameter("now", now);
        if (!excluded.isEmpty()) {
            query.setParameterList("excluded", excluded);
        }
        return query.setMaxResults(limit).getResultList();
    }

    /** The number of pending schedules whose time has come. */
    public long countDue(Instant now) {
        return session.createSelectionQuery(
                        "select count(s) from Schedule s where s.state = ScheduleState.PENDING and s.dueAt <= :now",
                        Long.class)
                .setParameter("now", now)
                .getSingleResult();
    }

    /** The earliest time of a pending schedule after the given one. */
    public Optional<Instant> findNextDueTime(Instant after) {
        return Optional.ofNullable(session.createSelectionQuery(
                        "select min(s.dueAt) from Schedule s where s.state = ScheduleState.PENDING and s.dueAt > :after",
                        Instant.class)
                .setParameter("after", after)
                .getSingleResultOrNull());
    }

    /** The next pending schedule of the entry, alone or in a publishing set, otherwise the one that ended last. */
    public Optional<Schedule> findForEntry(UUID entry) {
        return findPendingOrLast(
                "(s.entryId = :id or s.setId in (select p.key.ownerId from PlannedStepEntity p where p.entryId = :id))",
                entry);
    }

    /** The pending schedule of the publishing set, otherwise the one that ended last. */
    public Optional<Schedule> findForSet(UUID set) {
        return findPendingOrLast("s.setId = :id", set);
    }

    private Optional<Schedule> findPendingOrLast(String condition, UUID id) {
        return findFirst(condition + " and s.state = ScheduleState.PENDING order by s.dueAt, s.id", id)
                .or(() -> findFirst(condition + " order by s.endedAt desc, s.id desc", id));
    }

    private Optional<Schedule> findFirst(String conditionAndOrder, UUID id) {
        return session
                .createSelectionQuery("select s from Schedule s where " + conditionAndOrder, Schedule.class)
                .setParameter("id", id)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }
}
