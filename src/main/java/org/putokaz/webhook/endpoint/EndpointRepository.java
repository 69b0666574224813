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

/** The endpoints that partners have registered. */
@ApplicationScoped
public class EndpointRepository {

    /** What there is to do: something waits for another attempt, or the feed has grown past what was looked at. */
    private static final String HAS_WORK = "e.status = 'ACTIVE' and e.due_at <= :now"
            + " and (e.claimed_until is null or e.claimed_until <= :now)"
            + " and (e.head is not null or e.scanned < :position or e.feed_id <> :feed)";

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

    /** Waits for whoever has it in hand; from here to the commit nobody else does. */
    public Optional<EndpointEntity> lock(UUID id) {
        return locked("id = :id for update", id);
    }

    /** The same, or nothing when somebody else has it in hand. */
    public Optional<EndpointEntity> lockIfFree(UUID id) {
        return locked("id = :id for update skip locked", id);
    }

    private Optional<EndpointEntity> locked(String which, UUID id) {
        return session
                .createNativeQuery("select id from webhook.endpoint where " + which, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .map(held -> session.find(EndpointEntity.class, held));
    }

    /** Those that nobody is sending to and that have something to be sent, the longest due first. */
    public List<UUID> due(UUID feed, long position, Instant now, int most) {
        return session.createNativeQuery(
                        "select e.id from webhook.endpoint e where " + HAS_WORK + " order by e.due_at, e.id",
                        UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("now", now)
                .setParameter("position", position)
                .setParameter("feed", feed)
                .setMaxResults(most)
                .getResultList();
    }

    public long countOf(Actor owner) {
        return session.createSelectionQuery(
                        "select count(e) from WebhookEndpoint e where e.ownerId = :owner", Long.class)
                .setParameter("owner", owner.id())
                .getSingleResult();
    }

    /** Those of a partner, or all for an admin; the youngest first. */
    public List<EndpointEntity> newest(Actor actor, @Nullable UUID before, int most) {
        String mine = actor.role() == Role.ADMIN ? "1 = 1" : "e.ownerId = :owner";
        var query = session.createSelectionQuery(
                "from WebhookEndpoint e where " + mine + (before == null ? "" : " and e.id < :before")
                        + " order by e.id desc",
                EndpointEntity.class);
        if (actor.role() != Role.ADMIN) {
            query.setParameter("owner", actor.id());
        }
        if (before != null) {
            query.setParameter("before", before);
        }
        return query.setMaxResults(most).getResultList();
    }

    /** How many positions all active endpoints together are behind. */
    public long backlog(long position) {
        return session.createSelectionQuery(
                        "select coalesce(sum(:position - e.scanned), 0) from WebhookEndpoint e"
                                + " where e.status = EndpointStatus.ACTIVE and e.scanned < :position",
                        Long.class)
                .setParameter("position", position)
                .getSingleResult();
    }

    public long countFailing() {
        return session.createSelectionQuery(
                        "select count(e) from WebhookEndpoint e where e.failingSince is not null"
                                + " and e.status <> EndpointStatus.UNVERIFIED",
                        Long.class)
                .getSingleResult();
    }
}
