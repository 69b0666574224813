package org.putokaz.sync.api;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.sync.FamilyParameter;
import org.putokaz.sync.feed.ChangePage;
import org.putokaz.sync.feed.FeedQuery;
import org.putokaz.sync.feed.FeedQueryService;
import org.putokaz.sync.feed.FeedTokenResolver.ReadPosition;
import org.putokaz.sync.feed.FeedTokenResolver.TokenSource;
import org.putokaz.sync.push.LongPollRegistry;
import org.putokaz.sync.push.SseBroadcaster;

/**
 * Resource of {@code /api/v1/changes}: pages come from {@link LongPollRegistry}, the event stream from {@link
 * SseBroadcaster}.
 */
@PermitAll
@Blocking
class ChangesResource implements ChangesApi {

    private final FeedQueryService feedQueries;
    private final ContentFamilyRegistry families;
    private final LongPollRegistry longPolls;
    private final SseBroadcaster broadcaster;
    private final CurrentVertxRequest request;

    @Inject
    ChangesResource(
            FeedQueryService feedQueries,
            ContentFamilyRegistry families,
            LongPollRegistry longPolls,
            SseBroadcaster broadcaster,
            CurrentVertxRequest request) {
        this.feedQueries = feedQueries;
        this.families = families;
        this.longPolls = longPolls;
        this.broadcaster = broadcaster;
        this.request = request;
    }

    @Override
    public Uni<ChangePage> list(ChangesParameters parameters) {
        Set<String> selected = FamilyParameter.parse(parameters.family(), families);
        int limit = parameters.maxChanges();
        Duration waitTime = parameters.waitTime();
        ReadPosition start = feedQueries.resolvePosition(parameters.since(), selected, TokenSource.SINCE);
        return longPolls.poll(new FeedQuery(start.position(), start.completeUpTo(), selected, limit), waitTime);
    }

    @Override
    public void stream(StreamParameters parameters, @Nullable String lastEventId, AsyncResponse suspended) {
        Set<String> selected = FamilyParameter.parse(parameters.family(), families);
        ReadPosition start = lastEventId == null
                ? feedQueries.resolvePosition(parameters.since(), selected, TokenSource.SINCE)
                : feedQueries.resolvePosition(lastEventId, selected, TokenSource.LAST_EVENT_ID);
        // The broadcaster writes the response itself; the suspended response is never resumed.
        broadcaster.connect(request.getCurrent(), start, selected);
    }
}
