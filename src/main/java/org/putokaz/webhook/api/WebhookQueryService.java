package org.putokaz.webhook.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.putokaz.http.paging.CursorParameters;
import org.putokaz.http.paging.KeysetPager;
import org.putokaz.live.FeedState;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.security.Actor;
import org.putokaz.webhook.delivery.DeliveryAttemptEntity;
import org.putokaz.webhook.delivery.DeliveryEntity;
import org.putokaz.webhook.delivery.DeliveryPage;
import org.putokaz.webhook.delivery.DeliveryRepository;
import org.putokaz.webhook.delivery.DeliveryState;
import org.putokaz.webhook.delivery.DeliveryView;
import org.putokaz.webhook.endpoint.EndpointEntity;
import org.putokaz.webhook.endpoint.EndpointRepository;
import org.putokaz.webhook.management.EndpointService;

/** Queries of endpoints and their deliveries, the newest first. Partners see their own endpoints, admins see all. */
@ApplicationScoped
class WebhookQueryService {

    private final EndpointService endpointService;
    private final EndpointRepository endpoints;
    private final DeliveryRepository deliveries;
    private final LiveEntryRepository liveEntries;
    private final Clock clock;

    @Inject
    WebhookQueryService(
            EndpointService endpointService,
            EndpointRepository endpoints,
            DeliveryRepository deliveries,
            LiveEntryRepository liveEntries,
            Clock clock) {
        this.endpointService = endpointService;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.liveEntries = liveEntries;
        this.clock = clock;
    }

    @Transactional
    WebhookView find(UUID id, Actor actor) {
        return views(List.of(endpointService.find(id, actor))).get(0);
    }

    @Transactional
    WebhookPage listEndpoints(CursorParameters parameters, Actor actor) {
        KeysetPager pager = parameters.pager(liveEntries.feedState().cursorKey(), "webhooks of " + actor.id());
        UUID before = pager.after() == null ? null : UUID.fromString(pager.after());
        List<EndpointEntity> found = endpoints.findNewest(actor, before, pager.fetchSize());
        KeysetPager.Page<EndpointEntity> page = pager.page(found, endpoint -> endpoint.id.toString());
        return new WebhookPage(views(page.rows()), page.info());
    }

    private List<WebhookView> views(List<EndpointEntity> shown) {
        FeedState feed = liveEntries.feedState();
        Instant now = clock.instant();
        Map<UUID, Long> setAside = deliveries.countSetAside(
                shown.stream().map(endpoint -> endpoint.id).toList());
        return shown.stream()
                .map(endpoint -> WebhookView.of(endpoint, setAside.getOrDefault(endpoint.id, 0L), feed, now))
                .toList();
    }

    @Transactional
    DeliveryPage listDeliveries(UUID id, WebhooksApi.DeliveryListParameters parameters, Actor actor) {
        UUID endpointId = endpointService.find(id, actor).id;
        DeliveryState state = parameters.requestedState();
        String query = "deliveries of " + endpointId + (state == null ? "" : "&" + state);
        KeysetPager pager = parameters.page().pager(liveEntries.feedState().cursorKey(), query);
        Long before = pager.after() == null ? null : Long.valueOf(pager.after());
        List<DeliveryEntity> found = deliveries.findNewest(endpointId, state, before, pager.fetchSize());
        KeysetPager.Page<DeliveryEntity> page = pager.page(found, delivery -> Long.toString(delivery.number));
        Map<UUID, List<DeliveryAttemptEntity>> attempts = deliveries.findAttempts(
                page.rows().stream().map(delivery -> delivery.id).toList());
        List<DeliveryView> views = page.rows().stream()
                .map(delivery -> DeliveryView.of(delivery, attempts.getOrDefault(delivery.id, List.of())))
                .toList();
        return new DeliveryPage(views, page.info());
    }
}
