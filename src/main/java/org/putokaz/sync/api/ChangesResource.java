package org.putokaz.sync.api;

import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.sync.FamilyParameter;
import org.putokaz.sync.feed.ChangePage;
import org.putokaz.sync.feed.FeedQuery;
import org.putokaz.sync.feed.FeedQueryService;
import org.putokaz.sync.feed.FeedTokenResolver;
import org.putokaz.sync.push.LongPollRegistry;
import org.putokaz.sync.push.SseBroadcaster;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@PermitAll
@Blocking
class ChangesResource implements ChangesApi {

    private final FeedQueryService stretches;
    private final ContentFamilyRegistry families;
    private final LongPollRegistry waitingRoom;
    private final SseBroadcaster streams;
    private final CurrentVertxRequest request;

    @Inject
    ChangesResource(
            FeedQueryService stretches,
            ContentFamilyRegistry families,
            LongPollRegistry waitingRoom,
            SseBroadcaster streams,
            CurrentVertxRequest request) {
        this.stretches = stretches;
        this.families = families;
        this.waitingRoom = waitingRoom;
        this.streams = streams;
        this.request = request;
    }

    @Override
    public Uni<ChangePage> list(ChangesParameters query) {
        Set<String> wanted = FamilyParameter.of(query.family(), families);
        int most = query.most();
        Duration patience = query.patience();
        FeedTokenResolver.Place place = stretches.place(query.since(), wanted, FeedTokenResolver.Given.SINCE);
        return waitingRoom.answer(new FeedQuery(place.position(), place.complete(), wanted, most), patience);
    }

    @Override
    public void stream(StreamParameters query, @Nullable String lastEventId, AsyncResponse suspended) {
        Set<String> wanted = FamilyParameter.of(query.family(), families);
        FeedTokenResolver.Place place = lastEventId == null
                ? stretches.place(query.since(), wanted, FeedTokenResolver.Given.SINCE)
                : stretches.place(lastEventId, wanted, FeedTokenResolver.Given.LAST_EVENT_ID);
        // From here on the stream writes the response by itself; what is suspended is never resumed.
        streams.open(request.getCurrent(), place, wanted);
    }
}
