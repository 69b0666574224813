package org.putokaz.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What was, or is being, delivered, and each attempt at it. */
@ApplicationScoped
public class DeliveryRepository {

    private final Session session;

    @Inject
    DeliveryRepository(Session session) {
        this.session = session;
    }

    public void add(DeliveryEntity delivery) {
        session.persist(delivery);
    }

    /** After its delivery. */
    public void add(DeliveryAttemptEntity attempt) {
        session.flush();
        session.persist(attempt);
    }

    public Optional<DeliveryEntity> find(UUID id) {
        return Optional.ofNullable(session.find(DeliveryEntity.class, id));
    }

    public Optional<DeliveryEntity> find(UUID endpoint, UUID id) {
        return find(id).filter(delivery -> delivery.endpointId.equals(endpoint));
    }

    /** The newest first. */
    public List<DeliveryEntity> newest(UUID endpoint, @Nullable Long before, int most) {
        return session.createSelectionQuery(
                        "from WebhookDelivery d where d.endpointId = :endpoint and d.number < :before"
                                + " order by d.number desc",
                        DeliveryEntity.class)
                .setParameter("endpoint", endpoint)
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(most)
                .getResultList();
    }

    /** By delivery, the oldest first. */
    public Map<UUID, List<DeliveryAttemptEntity>> attemptsOf(Collection<UUID> deliveries) {
        return deliveries.isEmpty()
                ? Map.of()
                : session
                        .createSelectionQuery(
                                "from WebhookAttempt a where a.deliveryId in :ids order by a.at, a.id",
                                DeliveryAttemptEntity.class)
                        .setParameter("ids", deliveries)
                        .getResultList()
                        .stream()
                        .collect(Collectors.groupingBy(attempt -> attempt.deliveryId));
    }

    /** How much was sent by hand since then. */
    public long countByHand(UUID endpoint, Instant since) {
        return session.createSelectionQuery(
                        "select count(d) from WebhookDelivery d where d.endpointId = :endpoint"
                                + " and d.createdAt > :since and d.kind <> DeliveryKind.CHANGE",
                        Long.class)
                .setParameter("endpoint", endpoint)
                .setParameter("since", since)
                .getSingleResult();
    }

    /**
     * Forgets the answers to whatever was said of an entry that has been withdrawn for safety since: a receiver may have
     * repeated it.
     */
    int forgetAnswersAboutWhatIsSecretNow() {
        return session.createNativeMutationQuery("update webhook.attempt set answer = '' where answer <> ''"
                        + " and delivery_id in (select d.id from webhook.delivery d join live.entry e on e.id = d.entry_id"
                        + " where e.live = false and e.reason = 'safety')")
                .executeUpdate();
    }

    /** Forgets what is older, but nothing that still waits. Their attempts go with them. */
    int forget(Instant before) {
        return session.createNativeMutationQuery(
                        "delete from webhook.delivery where created_at < :before and state <> 'PENDING'")
                .setParameter("before", before)
                .executeUpdate();
    }
}
