package org.putokaz.webhook.api;

import org.putokaz.http.paging.CursorCodec;
import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.request.QueryParameterParser;
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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What partners read of their endpoints. */
@ApplicationScoped
class WebhookQueryService {

    private static final int MOST = 100;
    private static final int USUAL = 20;
    private static final String NO_COLLATION = "";

    private final EndpointService registry;
    private final EndpointRepository endpoints;
    private final DeliveryRepository deliveries;
    private final LiveEntryRepository live;
    private final Clock clock;

    @Inject
    WebhookQueryService(
            EndpointService registry,
            EndpointRepository endpoints,
            DeliveryRepository deliveries,
            LiveEntryRepository live,
            Clock clock) {
        this.registry = registry;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.live = live;
        this.clock = clock;
    }

    @Transactional
    WebhookView view(UUID id, Actor actor) {
        return WebhookView.of(registry.find(id, actor), live.feedState(), clock.instant());
    }

    @Transactional
    WebhookPage endpoints(PageQuery query, Actor actor) {
        int limit = query.size();
        String identity = "webhooks of " + actor.id();
        String after = after(query.cursor(), identity);
        List<EndpointEntity> rows = endpoints.newest(actor, after == null ? null : UUID.fromString(after), limit + 1);
        FeedState feed = live.feedState();
        List<WebhookView> views = rows.stream()
                .limit(limit)
                .map(row -> WebhookView.of(row, feed, clock.instant()))
                .toList();
        return new WebhookPage(views, info(rows, limit, identity, row -> row.id.toString()));
    }

    @Transactional
    DeliveryPage deliveries(UUID id, PageQuery query, Actor actor) {
        UUID endpoint = registry.find(id, actor).id;
        int limit = query.size();
        String identity = "deliveries of " + endpoint;
        String after = after(query.cursor(), identity);
        List<DeliveryEntity> rows = deliveries.newest(endpoint, after == null ? null : Long.valueOf(after), limit + 1);
        Map<UUID, List<DeliveryAttemptEntity>> attempts = deliveries.attemptsOf(
                rows.stream().limit(limit).map(row -> row.id).toList());
        List<DeliveryView> views = rows.stream()
                .limit(limit)
                .map(row -> DeliveryView.of(row, attempts.getOrDefault(row.id, List.of())))
                .toList();
        return new DeliveryPage(views, info(rows, limit, identity, row -> Long.toString(row.number)));
    }

    /** Which page of a list. */
    record PageQuery(@Nullable String limit, @Nullable String cursor) {

        int size() {
            return QueryParameterParser.number("limit", limit, 1, MOST, USUAL);
        }
    }

    private @Nullable String after(@Nullable String cursor, String identity) {
        return cursor == null
                ? null
                : cursors().decode(cursor, identity, NO_COLLATION).get(0);
    }

    private <R> PageInfo info(List<R> rows, int limit, String identity, Function<R, String> value) {
        String next = rows.size() > limit
                ? cursors()
                        .encode(new CursorCodec.Cursor(identity, NO_COLLATION, List.of(value.apply(rows.get(limit - 1)))))
                : null;
        return new PageInfo(limit, next, null);
    }

    private CursorCodec cursors() {
        return new CursorCodec(live.feedState().cursorKey().getBytes(StandardCharsets.UTF_8));
    }
}
