package org.putokaz.webhook;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.putokaz.http.Parameters;
import org.putokaz.http.StrictJson;
import org.putokaz.problem.Problem;
import org.putokaz.security.Actor;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;

/** Partners look after their own webhooks. What sends something begins on a worker thread and goes on without one. */
@RolesAllowed(Role.Names.PARTNER)
class WebhooksResource implements WebhooksApi {

    private final Registry registry;
    private final Registration registration;
    private final Trials trials;
    private final WebhookLists lists;
    private final CurrentActor actor;

    @Inject
    WebhooksResource(
            Registry registry, Registration registration, Trials trials, WebhookLists lists, CurrentActor actor) {
        this.registry = registry;
        this.registration = registration;
        this.trials = trials;
        this.lists = lists;
        this.actor = actor;
    }

    @Override
    @Blocking
    public Uni<IssuedWebhook> register(InputStream body) {
        return registration.register(StrictJson.read(body, StrictJson.SMALL, NewWebhook.class), actor.get());
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
        Rewind asked = StrictJson.read(body, StrictJson.SMALL, Rewind.class);
        return after(id, (endpoint, partner) -> registration.rewind(endpoint, asked, partner));
    }

    @Override
    public DeliveryPage deliveries(String id, Paging paging) {
        return lists.deliveries(webhookId(id), paging(paging), actor.get());
    }

    @Override
    @Blocking
    public Uni<DeliveryView> replay(String id, String delivery) {
        if (!Parameters.isId(delivery)) {
            throw Problem.NOT_FOUND.because("no-such-delivery");
        }
        return trials.replay(webhookId(id), UUID.fromString(delivery), actor.get());
    }

    private WebhookView after(String id, BiConsumer<UUID, Actor> act) {
        act.accept(webhookId(id), actor.get());
        return get(id);
    }

    private static WebhookLists.PageQuery paging(Paging paging) {
        return new WebhookLists.PageQuery(paging.limit(), paging.cursor());
    }

    /** Something that cannot be an id is the id of nothing. */
    private static UUID webhookId(String raw) {
        if (!Parameters.isId(raw)) {
            throw Registry.unknown();
        }
        return UUID.fromString(raw);
    }
}
