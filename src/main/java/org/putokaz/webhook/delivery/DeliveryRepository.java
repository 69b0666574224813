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

/** Repository of deliveries and their attempts. */
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

    /** Writes its delivery first, which the attempt refers to. */
    public void add(DeliveryAttemptEntity attempt) {
        session.flush();
        session.persist(attempt);
    }

    public Optional<DeliveryEntity> find(UUID id) {
        return Optional.ofNullable(session.find(DeliveryEntity.class, id));
    }

    /** Empty also when the delivery belongs to another endpoint. */
    public Optional<DeliveryEntity> find(UUID endpointId, UUID id) {
        return find(id).filter(delivery -> delivery.endpointId.equals(endpointId));
    }

    /**
     * The deliveries of an endpoint, the newest first.
     *
     * @param before only those with a smaller number; null for all
     */
    public List<DeliveryEntity> findNewest(UUID endpointId, @Nullable Long before, int limit) {
        return session.createSelectionQuery(
                        "from WebhookDelivery d where d.endpointId = :endpoint and d.number < :before"
                                + " order by d.number desc",
                        DeliveryEntity.class)
                .setParameter("endpoint", endpointId)
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The attempts by delivery, the oldest first. */
    public Map<UUID, List<DeliveryAttemptEntity>> findAttempts(Collection<UUID> deliveryIds) {
        return deliveryIds.isEmpty()
                ? Map.of()
                : session
                        .createSelectionQuery(
                                "from WebhookAttempt a where a.deliveryId in :ids order by a.completedAt, a.id",
                                DeliveryAttemptEntity.class)
                        .setParameter("ids", deliveryIds)
                        .getResultList()
                        .stream()
                        .collect(Collectors.groupingBy(attempt -> attempt.deliveryId));
    }

    /** The number of tests and challenges sent to an endpoint since then. */
    public long countManual(UUID endpointId, Instant since) {
        return session.createSelectionQuery(
                        "select count(d) from WebhookDelivery d where d.endpointId = :endpoint"
                                + " and d.createdAt > :since and d.kind <> DeliveryKind.CHANGE",
                        Long.class)
                .setParameter("endpoint", endpointId)
                .setParameter("since", since)
                .getSingleResult();
    }

    /**
     * Clears the responses to deliveries of entries that were withdrawn for safety later: a receiver may have repeated
     * the content in its response.
     *
     * @return the number of attempts changed
     */
    int clearResponsesAboutSafetyWithdrawals() {
        return session.createNativeMutationQuery("update webhook.attempt set answer = '' where answer <> ''"
                        + " and delivery_id in (select d.id from webhook.delivery d join live.entry e on e.id = d.entry_id"
                        + " where e.live = false and e.reason = 'safety')")
                .executeUpdate();
    }

    /**
     * Deletes deliveries that are not pending, with their attempts.
     *
     * @return the number of deliveries deleted
     */
    int deleteCompletedBefore(Instant before) {
        return session.createNativeMutationQuery(
                        "delete from webhook.delivery where created_at < :before and state <> 'PENDING'")
                .setParameter("before", before)
                .executeUpdate();
    }
}
