package org.putokaz.webhook.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.putokaz.http.paging.KeysetPager;
import org.putokaz.live.FeedState;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.security.Actor;
import org.putokaz.webhook.delivery.DeliveryAttemptEntity;
import org.putokaz.webhook.delivery.DeliveryEntity;
import org.putokaz.webhook.delivery.DeliveryPage;
import org.putokaz.webhook.delivery.DeliveryRepository;
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
        return WebhookView.of(endpointService.find(id, actor), liveEntries.feedState(), clock.instant());
    }

    @Transactional
    WebhookPage listEndpoints(WebhooksApi.PageParameters parameters, Actor actor) {
        KeysetPager pager = pager("webhooks of " + actor.id(), parameters);
        UUID before = pager.after() == null ? null : UUID.fromString(pager.after());
        List<EndpointEntity> found = endpoints.findNewest(actor, before, pager.fetchSize());
        KeysetPager.Page<EndpointEntity> page = pager.page(found, endpoint -> endpoint.id.toString());
        FeedState feed = liveEntries.feedState();
        List<WebhookView> views = page.rows().stream()
                .map(endpoint -> WebhookView.of(endpoint, feed, clock.instant()))
                .toList();
        return new WebhookPage(views, page.info());
    }

    @Transactional
    DeliveryPage listDeliveries(UUID id, WebhooksApi.PageParameters parameters, Actor actor) {
        UUID endpointId = endpointService.find(id, actor).id;
        KeysetPager pager = pager("deliveries of " + endpointId, parameters);
        Long before = pager.after() == null ? null : Long.valueOf(pager.after());
        List<DeliveryEntity> found = deliveries.findNewest(endpointId, before, pager.fetchSize());
        KeysetPager.Page<DeliveryEntity> page = pager.page(found, delivery -> Long.toString(delivery.number));
        Map<UUID, List<DeliveryAttemptEntity>> attempts = deliveries.findAttempts(
                page.rows().stream().map(delivery -> delivery.id).toList());
        List<DeliveryView> views = page.rows().stream()
                .map(delivery -> DeliveryView.of(delivery, attempts.getOrDefault(delivery.id, List.of())))
                .toList();
        return new DeliveryPage(views, page.info());
    }

    private KeysetPager pager(String query, WebhooksApi.PageParameters parameters) {
        int limit = KeysetPager.pageSize(parameters.limit());
        return new KeysetPager(liveEntries.feedState().cursorKey(), query, limit, parameters.cursor());
    }
}
