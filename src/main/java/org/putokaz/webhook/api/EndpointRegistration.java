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

/** What a partner wrote into a request, and where in the feed that is. */
@Singleton
class EndpointRegistration {

    private final EndpointService registry;
    private final ManualDeliveryService trials;
    private final ChangeFeed feed;
    private final FeedTokenResolver places;
    private final ContentFamilyRegistry families;
    private final boolean loopback;

    @Inject
    EndpointRegistration(
            EndpointService registry,
            ManualDeliveryService trials,
            Feeds feeds,
            ContentFamilyRegistry families,
            WebhookConfig config) {
        this.registry = registry;
        this.trials = trials;
        this.feed = feeds.feed();
        this.places = feeds.places();
        this.families = families;
        this.loopback = config.loopback();
    }

    /** Where the feed stands, and where a token does. */
    @jakarta.inject.Singleton
    record Feeds(ChangeFeed feed, FeedTokenResolver places) {}

    Uni<IssuedWebhook> register(NewWebhook asked, Actor owner) {
        List<String> known = families.all().stream().map(ContentFamily::name).toList();
        NewWebhook.Terms terms = asked.terms(known, loopback);
        EndpointService.Start start = start(asked.since(), terms.familyNames());
        return trials.check(terms.url()).map(checked -> IssuedWebhook.of(registry.register(terms, start, owner)));
    }

    void rewind(UUID id, RewindRequest asked, Actor actor) {
        EndpointEntity endpoint = QuarkusTransaction.requiringNew().call(() -> registry.find(id, actor));
        registry.rewind(id, start(asked.token(), endpoint.familyNames()), actor);
    }

    private EndpointService.Start start(@Nullable String token, Set<String> names) {
        return QuarkusTransaction.requiringNew().call(() -> {
            FeedState now = feed.now();
            FeedTokenResolver.Place place = token == null
                    ? new FeedTokenResolver.Place(now.position(), now.position())
                    : places.of(token, names, FeedTokenResolver.Given.BODY);
            return new EndpointService.Start(now.id(), place);
        });
    }
}
