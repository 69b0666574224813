package org.putokaz.webhook.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.FeedState;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.security.Actor;
import org.putokaz.sync.feed.FeedTokenResolver;
import org.putokaz.webhook.WebhookConfig;
import org.putokaz.webhook.endpoint.EndpointEntity;
import org.putokaz.webhook.management.EndpointService;
import org.putokaz.webhook.management.ManualDeliveryService;
import org.putokaz.webhook.management.NewWebhook;

/**
 * Registration and rewinding of endpoints from request bodies: validates URL and families, and resolves feed tokens.
 */
@Singleton
class EndpointRegistration {

    private final EndpointService endpoints;
    private final ManualDeliveryService manualDeliveries;
    private final ChangeFeed feed;
    private final FeedTokenResolver tokens;
    private final ContentFamilyRegistry families;
    private final boolean allowLoopback;

    @Inject
    EndpointRegistration(
            EndpointService endpoints,
            ManualDeliveryService manualDeliveries,
            ChangeFeed feed,
            FeedTokenResolver tokens,
            ContentFamilyRegistry families,
            WebhookConfig config) {
        this.endpoints = endpoints;
        this.manualDeliveries = manualDeliveries;
        this.feed = feed;
        this.tokens = tokens;
        this.families = families;
        this.allowLoopback = config.loopback();
    }

    Uni<IssuedWebhook> register(NewWebhook request, Actor owner) {
        List<String> knownFamilies =
                families.all().stream().map(ContentFamily::name).toList();
        NewWebhook.EndpointSettings settings = request.toSettings(knownFamilies, allowLoopback);
        EndpointService.StartPosition start = startPosition(request.since(), settings.familyNames());
        return manualDeliveries
                .resolve(settings.url())
                .map(resolved -> IssuedWebhook.of(endpoints.register(settings, start, owner)));
    }

    void rewind(UUID id, RewindRequest request, Actor actor) {
        EndpointEntity endpoint = QuarkusTransaction.requiringNew().call(() -> endpoints.find(id, actor));
        endpoints.rewind(id, startPosition(request.token(), endpoint.familyNames()), actor);
    }

    /** @param token null for the present end of the feed */
    private EndpointService.StartPosition startPosition(@Nullable String token, Set<String> familyNames) {
        return QuarkusTransaction.requiringNew().call(() -> {
            FeedState state = feed.currentState();
            FeedTokenResolver.ReadPosition place = token == null
                    ? new FeedTokenResolver.ReadPosition(state.position(), state.position())
                    : tokens.resolve(token, familyNames, FeedTokenResolver.TokenSource.BODY);
            return new EndpointService.StartPosition(state.id(), place);
        });
    }
}
