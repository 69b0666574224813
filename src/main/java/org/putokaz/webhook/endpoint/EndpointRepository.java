package org.putokaz.webhook.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.security.Actor;
import org.putokaz.security.Role;

/** Repository of registered endpoints. */
@ApplicationScoped
public class EndpointRepository {

    /**
     * Condition on an endpoint with something to send: unclaimed, and a delivery in turn is due, the feed has grown since
     * it was last searched for withdrawals that go ahead, or a delivery out of turn is due.
     */
    private static final String HAS_WORK = "e.status = 'ACTIVE'"
            + " and (e.claimed_until is null or e.claimed_until <= :now)"
            + " and (e.replaying = false or e.by_hand_until <= :now)"
            + " and (e.due_at <= :now and (e.head is not null or e.scanned < :position or e.feed_id <> :feed)"
            + " or greatest(e.scanned, e.looked_ahead) < :position"
            + " or e.id in (select d.endpoint_id from webhook.delivery d where d.due_at <= :now))";

    private final Session session;

    @Inject
    EndpointRepository(Session session) {
        this.session = session;
    }

    public void add(EndpointEntity endpoint) {
        session.persist(endpoint);
        session.flush();
    }

    public void remove(EndpointEntity endpoint) {
        session.remove(endpoint);
    }

    public Optional<EndpointEntity> find(UUID id) {
        return Optional.ofNullable(session.find(EndpointEntity.class, id));
    }

    /** The endpoint with its row locked until the end of the transaction; waits while another transaction holds it. */
    public Optional<EndpointEntity> lock(UUID id) {
        return lockWhere("id = :id for update", id);
    }

    /** As {@link #lock}, but empty when another transaction holds the lock. */
    public Optional<EndpointEntity> tryLock(UUID id) {
        return lockWhere("id = :id for update skip locked", id);
    }

    private Optional<EndpointEntity> lockWhere(String condition, UUID id) {
        return session
                .createNativeQuery("select id from webhook.endpoint where " + condition, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .map(locked -> session.find(EndpointEntity.class, locked));
    }

    /**
     * Unclaimed endpoints that have something to send, the longest due first.
     *
     * @param feed the current feed, which has come to this position
     */
    public List<UUID> findDue(UUID feed, long position, Instant now, int limit) {
        return session.createNativeQuery(
                        "select e.id from webhook.endpoint e where " + HAS_WORK + " order by e.due_at, e.id",
                        UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("now", now)
                .setParameter("position", position)
                .setParameter("feed", feed)
                .setMaxResults(limit)
                .getResultList();
    }

    public long countByOwner(Actor owner) {
        return session.createSelectionQuery(
                        "select count(e) from WebhookEndpoint e where e.ownerId = :owner", Long.class)
                .setParameter("owner", owner.id())
                .getSingleResult();
    }

    /**
     * The endpoints of a partner, or all of them for an admin; the newest first.
     *
     * @param before only those older than this id; null for all
     */
    public List<EndpointEntity> findNewest(Actor actor, @Nullable UUID before, int limit) {
        String visible = actor.role() == Role.ADMIN ? "1 = 1" : "e.ownerId = :owner";
        var query = session.createSelectionQuery(
                "from WebhookEndpoint e where " + visible + (before == null ? "" : " and e.id < :before")
                        + " order by e.id desc",
                EndpointEntity.class);
        if (actor.role() != Role.ADMIN) {
            query.setParameter("owner", actor.id());
        }
        if (before != null) {
            query.setParameter("before", before);
        }
        return query.setMaxResults(limit).getResultList();
    }

    /** The number of positions that all active endpoints together are behind. */
    public long backlog(long position) {
        return session.createSelectionQuery(
                        "select coalesce(sum(:position - e.acknowledgedUpTo), 0) from WebhookEndpoint e"
                                + " where e.status = EndpointStatus.ACTIVE and e.acknowledgedUpTo < :position",
                        Long.class)
                .setParameter("position", position)
                .getSingleResult();
    }

    /** The number of endpoints, unverified ones excepted, whose last attempt failed. */
    public long countFailing() {
        return session.createSelectionQuery(
                        "select count(e) from WebhookEndpoint e where e.attempts.failingSince is not null"
                                + " and e.status <> EndpointStatus.UNVERIFIED",
                        Long.class)
                .getSingleResult();
    }
}
