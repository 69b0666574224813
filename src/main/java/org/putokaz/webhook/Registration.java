package org.putokaz.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.ChangeFeed;
import org.putokaz.live.Families;
import org.putokaz.live.Family;
import org.putokaz.live.Feed;
import org.putokaz.security.Actor;
import org.putokaz.sync.FeedPlaces;

/** What a partner wrote into a request, and where in the feed that is. */
@Singleton
class Registration {

    private final Registry registry;
    private final Trials trials;
    private final ChangeFeed feed;
    private final FeedPlaces places;
    private final Families families;
    private final boolean loopback;

    @Inject
    Registration(Registry registry, Trials trials, Feeds feeds, Families families, WebhookConfig config) {
        this.registry = registry;
        this.trials = trials;
        this.feed = feeds.feed();
        this.places = feeds.places();
        this.families = families;
        this.loopback = config.loopback();
    }

    /** Where the feed stands, and where a token does. */
    @jakarta.inject.Singleton
    record Feeds(ChangeFeed feed, FeedPlaces places) {}

    Uni<IssuedWebhook> register(NewWebhook asked, Actor owner) {
        List<String> known = families.all().stream().map(Family::name).toList();
        NewWebhook.Terms terms = asked.terms(known, loopback);
        Registry.Start start = start(asked.since(), terms.familyNames());
        return trials.check(terms.url()).map(checked -> IssuedWebhook.of(registry.register(terms, start, owner)));
    }

    void rewind(UUID id, Rewind asked, Actor actor) {
        EndpointRow endpoint = QuarkusTransaction.requiringNew().call(() -> registry.find(id, actor));
        registry.rewind(id, start(asked.token(), endpoint.familyNames()), actor);
    }

    private Registry.Start start(@Nullable String token, Set<String> names) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Feed now = feed.now();
            FeedPlaces.Place place = token == null
                    ? new FeedPlaces.Place(now.position(), now.position())
                    : places.of(token, names, FeedPlaces.Given.BODY);
            return new Registry.Start(now.id(), place);
        });
    }
}
