package org.putokaz.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.FeedWatch;
import org.putokaz.live.Follower;
import org.putokaz.problem.Problem;

/**
 * The event streams that are open (WHATWG HTML, section 9.2). One thread reads the feed for all of them, once for those
 * that stand at the same place. A stream holds its place and at most one piece that is on its way, so a slow reader costs
 * no more memory than a quick one; one that takes nothing for too long is dropped and may come back.
 */
@ApplicationScoped
class EventStreams {

    /** Changes in one piece. */
    private static final int AT_ONCE = 100;

    private final Stretches stretches;
    private final FeedWatch watch;
    private final SyncConfig config;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private @Nullable Follower follower;
    private long heart;

    @Inject
    EventStreams(Stretches stretches, FeedWatch watch, SyncConfig config, ObjectMapper json, Vertx vertx) {
        this.stretches = stretches;
        this.watch = watch;
        this.config = config;
        this.json = json;
        this.vertx = vertx;
    }

    void begin(@Observes StartupEvent start) {
        follower = Follower.start("event-streams", watch, this::readSome);
        heart = vertx.setPeriodic(Math.max(1, config.heartbeat().toMillis()), beat -> beat());
    }

    void end(@Observes ShutdownEvent stop) {
        vertx.cancelTimer(heart);
        if (follower != null) {
            follower.close();
        }
        streams.forEach(EventStream::drop);
    }

    int open() {
        return streams.size();
    }

    /** @throws org.putokaz.problem.ProblemException 503 when too many are open */
    void open(RoutingContext routing, FeedPlaces.Place place, Set<String> families) {
        if (streams.size() >= config.mostStreams()) {
            throw Problem.UNAVAILABLE.because("too-many-streams");
        }
        Question question = new Question(place.position(), place.complete(), families, AT_ONCE);
        EventStream stream = new EventStream(routing, question, this::isReady);
        streams.add(stream);
        stream.begin(streams::remove);
    }

    /** Told by a stream whose last piece has gone out. */
    private void isReady(EventStream stream) {
        // Thousands have just been sent all there is: only who is behind is worth another look at them all.
        if (follower != null && stream.waitsFor(watch.position())) {
            follower.wake();
        }
    }

    private boolean readSome() {
        long reached = watch.position();
        streams.stream()
                .filter(stream -> stream.waitsFor(reached))
                .collect(Collectors.groupingBy(EventStream::question))
                .forEach(this::serve);
        return false;
    }

    private void serve(Question question, List<EventStream> those) {
        Stretches.Answer answer = stretches.answer(question);
        Buffer piece = piece(answer);
        those.forEach(stream -> stream.send(piece, answer.next()));
    }

    private Buffer piece(Stretches.Answer answer) {
        StringBuilder events = new StringBuilder();
        for (ChangeView change : answer.changes()) {
            events.append("event: change\nid: ")
                    .append(answer.tokenAfter(change))
                    .append("\ndata: ")
                    .append(write(change))
                    .append("\n\n");
        }
        if (answer.changes().isEmpty()) {
            // Nothing of what it follows: it need not hear the same again after a break.
            events.append("id: ").append(answer.token()).append("\n\n");
        }
        return Buffer.buffer(events.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String write(ChangeView change) {
        try {
            return json.writeValueAsString(change);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void beat() {
        long now = System.nanoTime();
        streams.forEach(stream -> stream.beat(now, config.patience()));
    }
}
