package org.putokaz.webhook.api;

import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;
import org.putokaz.webhook.delivery.DeliveryPage;
import org.putokaz.webhook.delivery.DeliveryView;
import org.putokaz.webhook.management.EndpointService;
import org.putokaz.webhook.management.ManualDeliveryService;
import org.putokaz.webhook.management.NewWebhook;
import org.putokaz.webhook.management.RotatedSecret;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Partners look after their own webhooks. What sends something begins on a worker thread and goes on without one. */
@RolesAllowed(Role.Names.PARTNER)
class WebhooksResource implements WebhooksApi {

    private final EndpointService registry;
    private final EndpointRegistration registration;
    private final ManualDeliveryService trials;
    private final WebhookQueryService lists;
    private final CurrentActor actor;

    @Inject
    WebhooksResource(
            EndpointService registry,
            EndpointRegistration registration,
            ManualDeliveryService trials,
            WebhookQueryService lists,
            CurrentActor actor) {
        this.registry = registry;
        this.registration = registration;
        this.trials = trials;
        this.lists = lists;
        this.actor = actor;
    }

    @Override
    @Blocking
    public Uni<IssuedWebhook> register(InputStream body) {
        return registration.register(JsonBodyReader.read(body, JsonBodyReader.MAX_SMALL_BODY_BYTES, NewWebhook.class), actor.get());
    }

    @Override
    public WebhookPage list(Paging paging) {
        return lists.endpoints(paging(paging), actor.get());
    }

    @Override
    public WebhookView get(String id) {
        return lists.view(webhookId(id), actor.get());
    }

    @Override
    public WebhookView delete(String id) {
        WebhookView stood = get(id);
        registry.delete(stood.id(), actor.get());
        return stood;
    }

    @Override
    @Blocking
    public Uni<WebhookView> verify(String id) {
        Actor partner = actor.get();
        UUID endpoint = webhookId(id);
        return trials.verify(endpoint, partner).map(answered -> lists.view(endpoint, partner));
    }

    @Override
    public WebhookView pause(String id) {
        return after(id, registry::pause);
    }

    @Override
    public WebhookView resume(String id) {
        return after(id, registry::resume);
    }

    @Override
    public RotatedSecret rotate(String id) {
        return registry.rotate(webhookId(id), actor.get());
    }

    @Override
    @Blocking
    public Uni<DeliveryView> test(String id) {
        return trials.test(webhookId(id), actor.get());
    }

    @Override
    public WebhookView rewind(String id, InputStream body) {
        RewindRequest asked = JsonBodyReader.read(body, JsonBodyReader.MAX_SMALL_BODY_BYTES, RewindRequest.class);
        return after(id, (endpoint, partner) -> registration.rewind(endpoint, asked, partner));
    }

    @Override
    public DeliveryPage deliveries(String id, Paging paging) {
        return lists.deliveries(webhookId(id), paging(paging), actor.get());
    }

    @Override
    @Blocking
    public Uni<DeliveryView> replay(String id, String delivery) {
        if (!QueryParameterParser.isId(delivery)) {
            throw ProblemType.NOT_FOUND.because("no-such-delivery");
        }
        return trials.replay(webhookId(id), UUID.fromString(delivery), actor.get());
    }

    private WebhookView after(String id, BiConsumer<UUID, Actor> act) {
        act.accept(webhookId(id), actor.get());
        return get(id);
    }

    private static WebhookQueryService.PageQuery paging(Paging paging) {
        return new WebhookQueryService.PageQuery(paging.limit(), paging.cursor());
    }

    /** Something that cannot be an id is the id of nothing. */
    private static UUID webhookId(String raw) {
        if (!QueryParameterParser.isId(raw)) {
            throw EndpointService.unknown();
        }
        return UUID.fromString(raw);
    }
}
