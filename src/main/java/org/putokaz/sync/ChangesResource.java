package org.putokaz.sync;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.Families;

@PermitAll
@Blocking
class ChangesResource implements ChangesApi {

    private final Stretches stretches;
    private final Families families;
    private final WaitingRoom waitingRoom;
    private final EventStreams streams;
    private final CurrentVertxRequest request;

    @Inject
    ChangesResource(
            Stretches stretches,
            Families families,
            WaitingRoom waitingRoom,
            EventStreams streams,
            CurrentVertxRequest request) {
        this.stretches = stretches;
        this.families = families;
        this.waitingRoom = waitingRoom;
        this.streams = streams;
        this.request = request;
    }

    @Override
    public Uni<ChangePage> list(ChangesQuery query) {
        Set<String> wanted = FamilyNames.of(query.family(), families);
        int most = query.most();
        Duration patience = query.patience();
        FeedPlaces.Place place = stretches.place(query.since(), wanted, FeedPlaces.Given.SINCE);
        return waitingRoom.answer(new Question(place.position(), place.complete(), wanted, most), patience);
    }

    @Override
    public void stream(StreamQuery query, @Nullable String lastEventId, AsyncResponse suspended) {
        Set<String> wanted = FamilyNames.of(query.family(), families);
        FeedPlaces.Place place = lastEventId == null
                ? stretches.place(query.since(), wanted, FeedPlaces.Given.SINCE)
                : stretches.place(lastEventId, wanted, FeedPlaces.Given.LAST_EVENT_ID);
        // From here on the stream writes the response by itself; what is suspended is never resumed.
        streams.open(request.getCurrent(), place, wanted);
    }
}
