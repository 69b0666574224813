package org.putokaz.webhook.api;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.putokaz.http.paging.CursorParameters;
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

/**
 * Resource of {@code /partner/v1/webhooks}: changes through {@link EndpointService}, requests to receivers through
 * {@link ManualDeliveryService}, queries through {@link WebhookQueryService}. Operations that send a request start on a
 * worker thread and complete asynchronously.
 */
@RolesAllowed(Role.Names.PARTNER)
class WebhooksResource implements WebhooksApi {

    private final EndpointService endpoints;
    private final EndpointRegistration registration;
    private final ManualDeliveryService manualDeliveries;
    private final WebhookQueryService queries;
    private final CurrentActor actor;

    @Inject
    WebhooksResource(
            EndpointService endpoints,
            EndpointRegistration registration,
            ManualDeliveryService manualDeliveries,
            WebhookQueryService queries,
            CurrentActor actor) {
        this.endpoints = endpoints;
        this.registration = registration;
        this.manualDeliveries = manualDeliveries;
        this.queries = queries;
        this.actor = actor;
    }

    @Override
    @Blocking
    public Uni<IssuedWebhook> register(InputStream body) {
        return registration.register(
                JsonBodyReader.read(body, JsonBodyReader.MAX_SMALL_BODY_BYTES, NewWebhook.class), actor.get());
    }

    @Override
    public WebhookPage list(CursorParameters parameters) {
        return queries.listEndpoints(parameters, actor.get());
    }

    @Override
    public WebhookView get(String id) {
        return queries.find(webhookId(id), actor.get());
    }

    @Override
    public WebhookView delete(String id) {
        WebhookView deleted = get(id);
        endpoints.delete(deleted.id(), actor.get());
        return deleted;
    }

    @Override
    @Blocking
    public Uni<WebhookView> verify(String id) {
        Actor partner = actor.get();
        UUID endpointId = webhookId(id);
        return manualDeliveries.verify(endpointId, partner).map(delivery -> queries.find(endpointId, partner));
    }

    @Override
    public WebhookView pause(String id) {
        return change(id, endpoints::pause);
    }

    @Override
    public WebhookView resume(String id) {
        return change(id, endpoints::resume);
    }

    @Override
    public RotatedSecret rotate(String id) {
        return endpoints.rotateSecret(webhookId(id), actor.get());
    }

    @Override
    @Blocking
    public Uni<DeliveryView> test(String id) {
        return manualDeliveries.test(webhookId(id), actor.get());
    }

    @Override
    public WebhookView rewind(String id, InputStream body) {
        RewindRequest request = JsonBodyReader.read(body, JsonBodyReader.MAX_SMALL_BODY_BYTES, RewindRequest.class);
        return change(id, (endpointId, partner) -> registration.rewind(endpointId, request, partner));
    }

    @Override
    public DeliveryPage deliveries(String id, DeliveryListParameters parameters) {
        return queries.listDeliveries(webhookId(id), parameters, actor.get());
    }

    @Override
    @Blocking
    public Uni<DeliveryView> replay(String id, String delivery) {
        if (!QueryParameterParser.isId(delivery)) {
            throw ProblemType.NOT_FOUND.because("no-such-delivery");
        }
        return manualDeliveries.replay(webhookId(id), UUID.fromString(delivery), actor.get());
    }

    private WebhookView change(String id, BiConsumer<UUID, Actor> change) {
        change.accept(webhookId(id), actor.get());
        return get(id);
    }

    /** @throws org.putokaz.problem.ProblemException 404 when the text is no id */
    private static UUID webhookId(String id) {
        if (!QueryParameterParser.isId(id)) {
            throw EndpointService.notFound();
        }
        return UUID.fromString(id);
    }
}
