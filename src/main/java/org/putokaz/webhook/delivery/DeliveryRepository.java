package org.putokaz.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Repository of deliveries and their attempts. */
@ApplicationScoped
public class DeliveryRepository {

    /** Condition on what is outstanding out of turn. */
    private static final String OUT_OF_TURN =
            " and (d.state = DeliveryState.SET_ASIDE or d.ahead = true and d.state = DeliveryState.PENDING)";

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
     * @param state null for all
     * @param before only those with a smaller number; null for all
     */
    public List<DeliveryEntity> findNewest(
            UUID endpointId, @Nullable DeliveryState state, @Nullable Long before, int limit) {
        var query = session.createSelectionQuery(
                        "from WebhookDelivery d where d.endpointId = :endpoint and d.number < :before"
                                + (state == null ? "" : " and d.state = :state") + " order by d.number desc",
                        DeliveryEntity.class)
                .setParameter("endpoint", endpointId)
                .setParameter("before", before == null ? Long.MAX_VALUE : before);
        if (state != null) {
            query.setParameter("state", state);
        }
        return query.setMaxResults(limit).getResultList();
    }

    /**
     * The first delivery, by position, that is due out of turn.
     *
     * @param ahead true for withdrawals ahead of their turn, false for changes that were set aside
     */
    Optional<DeliveryEntity> findDue(UUID endpointId, boolean ahead, Instant now) {
        return session
                .createSelectionQuery(
                        "from WebhookDelivery d where d.endpointId = :endpoint and d.nextAttemptAt <= :now"
                                + " and d.ahead = :ahead order by d.position, d.number",
                        DeliveryEntity.class)
                .setParameter("endpoint", endpointId)
                .setParameter("now", now)
                .setParameter("ahead", ahead)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** What is outstanding of an entry out of turn: a withdrawal ahead, or a change that was set aside. */
    List<DeliveryEntity> findOutstandingOutOfTurn(UUID endpointId, UUID entryId) {
        return session.createSelectionQuery(
                        "from WebhookDelivery d where d.endpointId = :endpoint and d.entryId = :entry" + OUT_OF_TURN,
                        DeliveryEntity.class)
                .setParameter("endpoint", endpointId)
                .setParameter("entry", entryId)
                .getResultList();
    }

    void supersedeOutOfTurn(UUID endpointId) {
        session.createMutationQuery("update WebhookDelivery d set d.state = DeliveryState.SUPERSEDED,"
                        + " d.nextAttemptAt = null where d.endpointId = :endpoint" + OUT_OF_TURN)
                .setParameter("endpoint", endpointId)
                .executeUpdate();
    }

    /** Makes everything that is outstanding out of turn due. */
    public void makeDue(UUID endpointId, Instant now) {
        session.createMutationQuery("update WebhookDelivery d set d.nextAttemptAt = :now where d.endpointId = :endpoint"
                        + OUT_OF_TURN)
                .setParameter("endpoint", endpointId)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Makes withdrawals ahead of their turn due not later than this. */
    void makeAheadDueBy(UUID endpointId, Instant latest) {
        session.createMutationQuery("update WebhookDelivery d set d.nextAttemptAt = :latest"
                        + " where d.endpointId = :endpoint and d.ahead = true and d.nextAttemptAt > :latest")
                .setParameter("endpoint", endpointId)
                .setParameter("latest", latest)
                .executeUpdate();
    }

    /** The entries with a change that was set aside. */
    Set<UUID> findEntriesSetAside(UUID endpointId) {
        return Set.copyOf(session.createSelectionQuery(
                        "select distinct d.entryId from WebhookDelivery d where d.endpointId = :endpoint"
                                + " and d.state = DeliveryState.SET_ASIDE",
                        UUID.class)
                .setParameter("endpoint", endpointId)
                .getResultList());
    }

    /** The number of deliveries that are set aside, by endpoint; an endpoint without any is missing. */
    public Map<UUID, Long> countSetAside(Collection<UUID> endpointIds) {
        return endpointIds.isEmpty()
                ? Map.of()
                : session
                        .createSelectionQuery(
                                "select d.endpointId, count(d) from WebhookDelivery d where d.endpointId in :ids"
                                        + " and d.state = DeliveryState.SET_ASIDE group by d.endpointId",
                                Object[].class)
                        .setParameter("ids", endpointIds)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    /** The number of deliveries that are set aside, of all endpoints. */
    long countSetAside() {
        return session.createSelectionQuery(
                        "select count(d) from WebhookDelivery d where d.state = DeliveryState.SET_ASIDE", Long.class)
                .getSingleResult();
    }

    /** The entry whose change the endpoint acknowledged last, of those that have not changed since; another than this. */
    Optional<UUID> findEntryLastAcknowledged(UUID endpointId, UUID feedId, UUID otherThan) {
        return session
                .createNativeQuery(
                        "select d.entry_id from webhook.delivery d join live.entry e"
                                + " on e.id = d.entry_id and e.position = d.position where d.endpoint_id = :endpoint"
                                + " and d.feed_id = :feed and d.kind = 'CHANGE' and d.state = 'DELIVERED'"
                                + " and d.entry_id <> :other order by d.number desc",
                        UUID.class)
                .addScalar("entry_id", UUID.class)
                .setParameter("endpoint", endpointId)
                .setParameter("feed", feedId)
                .setParameter("other", otherThan)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
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
                                + " and d.createdAt > :since and d.kind in (DeliveryKind.TEST, DeliveryKind.CHALLENGE)",
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
     * Deletes deliveries that are neither pending nor set aside, with their attempts.
     *
     * @return the number of deliveries deleted
     */
    int deleteCompletedBefore(Instant before) {
        return session.createNativeMutationQuery("delete from webhook.delivery where created_at < :before"
                        + " and state not in ('PENDING', 'SET_ASIDE')")
                .setParameter("before", before)
                .executeUpdate();
    }
}
