package org.putokaz.sync.push;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.feed.FeedConsumer;
import org.putokaz.live.feed.FeedNotifier;
import org.putokaz.problem.ProblemType;
import org.putokaz.sync.SyncConfig;
import org.putokaz.sync.feed.ChangePage;
import org.putokaz.sync.feed.FeedQuery;
import org.putokaz.sync.feed.FeedQueryService;
import org.putokaz.sync.feed.FeedResult;

/**
 * Registry of long-poll requests that wait for the next change (docs/decisions/0017).
 *
 * <h2>Concurrency</h2>
 *
 * <p>A pending request costs a map entry and no thread. Pending requests are grouped by their query. Only the thread of
 * the feed consumer executes queries: when the feed has advanced, once for each group, whose requests it then completes
 * with the result. A request without a matching change is registered again under the query that continues from there. A
 * timer thread completes requests whose wait time is over. {@link PendingPoll} decides which thread completes a
 * request, so each is answered once.
 *
 * <p>A request is registered after its first query was executed. If the feed has advanced in between, the request
 * itself wakes the consumer, so no change is missed.
 *
 * <h2>Bounds</h2>
 *
 * <p>At most {@code putokaz.sync.most-waiting} requests are pending on a node; a further one is answered 503.
 *
 * <h2>Failure</h2>
 *
 * <p>When a query fails, its group stays registered and the consumer repeats it after a second. A request whose wait
 * time is over by then gets the empty result of its last query. A request whose client has disconnected is removed when
 * the wait time is over or its connection reports the end.
 */
@ApplicationScoped
public class LongPollRegistry {

    private final FeedQueryService feedQueries;
    private final FeedNotifier notifier;
    private final SyncConfig config;
    private final Map<FeedQuery, Set<PendingPoll>> pendingPolls = new ConcurrentHashMap<>();
    private final AtomicInteger pendingCount = new AtomicInteger();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(LongPollRegistry::newTimerThread);
    private @Nullable FeedConsumer consumer;

    @Inject
    LongPollRegistry(FeedQueryService feedQueries, FeedNotifier notifier, SyncConfig config) {
        this.feedQueries = feedQueries;
        this.notifier = notifier;
        this.config = config;
    }

    private static Thread newTimerThread(Runnable work) {
        Thread thread = new Thread(work, "change-timer");
        thread.setDaemon(true);
        return thread;
    }

    void onStart(@Observes StartupEvent start) {
        consumer = FeedConsumer.start("changes", notifier, this::deliverPending);
    }

    void onStop(@Observes ShutdownEvent stop) {
        if (consumer != null) {
            consumer.close();
        }
        timer.shutdownNow();
    }

    int pendingCount() {
        return pendingCount.get();
    }

    Set<FeedQuery> pendingQueries() {
        return Set.copyOf(pendingPolls.keySet());
    }

    /**
     * The page of the query: at once when it has changes, otherwise with the next change or, empty, after the wait
     * time. Executes the query on the calling thread.
     *
     * @throws org.putokaz.problem.ProblemException 503 when too many requests are pending
     */
    public Uni<ChangePage> poll(FeedQuery query, Duration waitTime) {
        FeedResult result = feedQueries.query(query);
        if (!result.changes().isEmpty() || waitTime.isZero()) {
            return Uni.createFrom().item(result.toPage());
        }
        if (pendingCount.incrementAndGet() > config.mostWaiting()) {
            pendingCount.decrementAndGet();
            throw ProblemType.UNAVAILABLE.because("too-many-waiting");
        }
        return Uni.createFrom()
                .<ChangePage>emitter(emitter -> register(new PendingPoll(emitter, result), emitter, waitTime))
                // Responses are written by the worker pool and not by the consumer thread.
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private void register(PendingPoll poll, UniEmitter<? super ChangePage> emitter, Duration waitTime) {
        ScheduledFuture<?> timeout = timer.schedule(() -> complete(poll), waitTime.toMillis(), TimeUnit.MILLISECONDS);
        emitter.onTermination(() -> {
            timeout.cancel(false);
            complete(poll);
        });
        add(poll);
        if (notifier.position() > poll.query().position() && consumer != null) {
            // The feed advanced between the query and the registration.
            consumer.wakeUp();
        }
    }

    private void add(PendingPoll poll) {
        pendingPolls.compute(poll.query(), (query, group) -> {
            Set<PendingPoll> polls = group == null ? ConcurrentHashMap.newKeySet() : group;
            polls.add(poll);
            return polls;
        });
        if (poll.isCompleted()) {
            // Completed by another thread before it was added, so that thread could not remove it.
            remove(poll);
        }
    }

    private void remove(PendingPoll poll) {
        pendingPolls.computeIfPresent(poll.query(), (query, group) -> {
            group.remove(poll);
            return group.isEmpty() ? null : group;
        });
    }

    private void complete(PendingPoll poll) {
        if (poll.complete()) {
            pendingCount.decrementAndGet();
        }
        remove(poll);
    }

    /** One run of the consumer; returns false because it has always reached the end of the feed. */
    private boolean deliverPending() {
        long reached = notifier.position();
        for (FeedQuery query : List.copyOf(pendingPolls.keySet())) {
            if (query.position() < reached) {
                FeedResult result = feedQueries.query(query);
                Set<PendingPoll> group = pendingPolls.remove(query);
                if (group != null) {
                    group.forEach(poll -> deliver(poll, result));
                }
            }
        }
        return false;
    }

    private void deliver(PendingPoll poll, FeedResult result) {
        poll.update(result);
        if (result.changes().isEmpty()) {
            // The feed advanced by changes of other families only.
            add(poll);
        } else {
            complete(poll);
        }
    }
}
