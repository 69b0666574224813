package org.putokaz.sync.push;

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
import org.putokaz.live.feed.FeedConsumer;
import org.putokaz.live.feed.FeedNotifier;
import org.putokaz.problem.ProblemType;
import org.putokaz.sync.SyncConfig;
import org.putokaz.sync.feed.ChangeView;
import org.putokaz.sync.feed.FeedQuery;
import org.putokaz.sync.feed.FeedQueryService;
import org.putokaz.sync.feed.FeedResult;
import org.putokaz.sync.feed.FeedTokenResolver;

/**
 * Broadcaster of changes to the open server-sent event streams (WHATWG HTML, section 9.2; docs/decisions/0017).
 *
 * <h2>Concurrency</h2>
 *
 * <p>One feed consumer thread serves all connections. It groups the connections that are behind the feed by their
 * query, executes each query once, encodes the result once and writes the same buffer to the whole group. A connection
 * pulls: its position advances only when a buffer is handed to it, and it accepts the next one when that has been
 * written to the socket. It then calls back on its event loop, and the consumer is woken if the connection is still
 * behind.
 *
 * <h2>Bounds</h2>
 *
 * <p>At most {@code putokaz.sync.most-streams} connections are open on a node; a further one is answered 503. A
 * connection holds a position and at most one buffer of {@value #BATCH_SIZE} changes, so a slow client costs no more
 * memory than a fast one.
 *
 * <h2>Failure</h2>
 *
 * <p>When a query fails, positions stay where they are and the consumer repeats it after a second. A timer sends
 * heartbeats, which detect lost connections, and closes connections that have been blocked for {@code
 * putokaz.sync.patience}. Such a client resumes with {@code Last-Event-ID}.
 */
@ApplicationScoped
public class SseBroadcaster {

    /** Changes in one buffer. */
    private static final int BATCH_SIZE = 100;

    private final FeedQueryService feedQueries;
    private final FeedNotifier notifier;
    private final SyncConfig config;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final Set<SseConnection> connections = ConcurrentHashMap.newKeySet();
    private @Nullable FeedConsumer consumer;
    private long heartbeatTimer;

    @Inject
    SseBroadcaster(
            FeedQueryService feedQueries, FeedNotifier notifier, SyncConfig config, ObjectMapper json, Vertx vertx) {
        this.feedQueries = feedQueries;
        this.notifier = notifier;
        this.config = config;
        this.json = json;
        this.vertx = vertx;
    }

    void onStart(@Observes StartupEvent start) {
        consumer = FeedConsumer.start("event-streams", notifier, this::broadcastPending);
        long interval = Math.max(1, config.heartbeat().toMillis());
        heartbeatTimer = vertx.setPeriodic(interval, timer -> sendHeartbeats());
    }

    void onStop(@Observes ShutdownEvent stop) {
        vertx.cancelTimer(heartbeatTimer);
        if (consumer != null) {
            consumer.close();
        }
        connections.forEach(SseConnection::abort);
    }

    int connectionCount() {
        return connections.size();
    }

    /**
     * Opens a stream: from here on this class writes the response.
     *
     * @throws org.putokaz.problem.ProblemException 503 when too many streams are open
     */
    public void connect(RoutingContext routing, FeedTokenResolver.ReadPosition start, Set<String> families) {
        if (connections.size() >= config.mostStreams()) {
            throw ProblemType.UNAVAILABLE.because("too-many-streams");
        }
        FeedQuery query = new FeedQuery(start.position(), start.completeUpTo(), families, BATCH_SIZE);
        SseConnection connection = new SseConnection(routing, query, this::onDrained);
        connections.add(connection);
        connection.open(connections::remove);
    }

    private void onDrained(SseConnection connection) {
        // After a broadcast, every connection calls back; only one that is still behind needs another run.
        if (consumer != null && connection.isBehind(notifier.position())) {
            consumer.wakeUp();
        }
    }

    /** One run of the consumer; returns false because {@link #onDrained} starts the next run where one is needed. */
    private boolean broadcastPending() {
        long reached = notifier.position();
        connections.stream()
                .filter(connection -> connection.isBehind(reached))
                .collect(Collectors.groupingBy(SseConnection::query))
                .forEach(this::broadcast);
        return false;
    }

    private void broadcast(FeedQuery query, List<SseConnection> group) {
        FeedResult result = feedQueries.query(query);
        Buffer events = encode(result);
        group.forEach(connection -> connection.send(events, result.next()));
    }

    private Buffer encode(FeedResult result) {
        StringBuilder events = new StringBuilder();
        for (ChangeView change : result.changes()) {
            events.append("event: change\nid: ")
                    .append(result.tokenAfter(change))
                    .append("\ndata: ")
                    .append(toJson(change))
                    .append("\n\n");
        }
        if (result.changes().isEmpty()) {
            // Changes of other families only: the id alone moves the position from which the client resumes.
            events.append("id: ").append(result.nextToken()).append("\n\n");
        }
        return Buffer.buffer(events.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String toJson(ChangeView change) {
        try {
            return json.writeValueAsString(change);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void sendHeartbeats() {
        long now = System.nanoTime();
        connections.forEach(connection -> connection.sendHeartbeat(now, config.patience()));
    }
}
