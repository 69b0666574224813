package org.putokaz.sync.push;

import org.putokaz.live.feed.FeedConsumer;
import org.putokaz.live.feed.FeedNotifier;
import org.putokaz.problem.ProblemType;
import org.putokaz.sync.SyncConfig;
import org.putokaz.sync.feed.ChangeView;
import org.putokaz.sync.feed.FeedQuery;
import org.putokaz.sync.feed.FeedQueryService;
import org.putokaz.sync.feed.FeedTokenResolver;
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

/**
 * The event streams that are open (WHATWG HTML, section 9.2). One thread reads the feed for all of them, once for those
 * that stand at the same place. A stream holds its place and at most one piece that is on its way, so a slow reader costs
 * no more memory than a quick one; one that takes nothing for too long is dropped and may come back.
 */
@ApplicationScoped
public class SseBroadcaster {

    /** Changes in one piece. */
    private static final int AT_ONCE = 100;

    private final FeedQueryService stretches;
    private final FeedNotifier watch;
    private final SyncConfig config;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final Set<SseConnection> streams = ConcurrentHashMap.newKeySet();
    private @Nullable FeedConsumer follower;
    private long heart;

    @Inject
    SseBroadcaster(FeedQueryService stretches, FeedNotifier watch, SyncConfig config, ObjectMapper json, Vertx vertx) {
        this.stretches = stretches;
        this.watch = watch;
        this.config = config;
        this.json = json;
        this.vertx = vertx;
    }

    void begin(@Observes StartupEvent start) {
        follower = FeedConsumer.start("event-streams", watch, this::readSome);
        heart = vertx.setPeriodic(Math.max(1, config.heartbeat().toMillis()), beat -> beat());
    }

    void end(@Observes ShutdownEvent stop) {
        vertx.cancelTimer(heart);
        if (follower != null) {
            follower.close();
        }
        streams.forEach(SseConnection::drop);
    }

    int open() {
        return streams.size();
    }

    /** @throws org.putokaz.problem.ProblemException 503 when too many are open */
    public void open(RoutingContext routing, FeedTokenResolver.Place place, Set<String> families) {
        if (streams.size() >= config.mostStreams()) {
            throw ProblemType.UNAVAILABLE.because("too-many-streams");
        }
        FeedQuery question = new FeedQuery(place.position(), place.complete(), families, AT_ONCE);
        SseConnection stream = new SseConnection(routing, question, this::isReady);
        streams.add(stream);
        stream.begin(streams::remove);
    }

    /** Told by a stream whose last piece has gone out. */
    private void isReady(SseConnection stream) {
        // Thousands have just been sent all there is: only who is behind is worth another look at them all.
        if (follower != null && stream.waitsFor(watch.position())) {
            follower.wakeUp();
        }
    }

    private boolean readSome() {
        long reached = watch.position();
        streams.stream()
                .filter(stream -> stream.waitsFor(reached))
                .collect(Collectors.groupingBy(SseConnection::question))
                .forEach(this::serve);
        return false;
    }

    private void serve(FeedQuery question, List<SseConnection> those) {
        FeedQueryService.Answer answer = stretches.answer(question);
        Buffer piece = piece(answer);
        those.forEach(stream -> stream.send(piece, answer.next()));
    }

    private Buffer piece(FeedQueryService.Answer answer) {
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
