package org.putokaz.sync.push;

import org.putokaz.live.feed.FeedConsumer;
import org.putokaz.live.feed.FeedNotifier;
import org.putokaz.problem.ProblemType;
import org.putokaz.sync.SyncConfig;
import org.putokaz.sync.feed.ChangePage;
import org.putokaz.sync.feed.FeedQuery;
import org.putokaz.sync.feed.FeedQueryService;
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

/**
 * Where requests wait for the next change. A waiting one costs a little memory and no thread; all that ask the same are
 * answered from one look at the database.
 */
@ApplicationScoped
public class LongPollRegistry {

    private final FeedQueryService stretches;
    private final FeedNotifier watch;
    private final SyncConfig config;
    private final Map<FeedQuery, Set<PendingPoll>> guests = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(LongPollRegistry::thread);
    private @Nullable FeedConsumer follower;

    @Inject
    LongPollRegistry(FeedQueryService stretches, FeedNotifier watch, SyncConfig config) {
        this.stretches = stretches;
        this.watch = watch;
        this.config = config;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "change-timer");
        thread.setDaemon(true);
        return thread;
    }

    void open(@Observes StartupEvent start) {
        follower = FeedConsumer.start("changes", watch, this::serve);
    }

    void close(@Observes ShutdownEvent stop) {
        if (follower != null) {
            follower.close();
        }
        timer.shutdownNow();
    }

    int waiting() {
        return waiting.get();
    }

    /** What is waited for. */
    Set<FeedQuery> seats() {
        return Set.copyOf(guests.keySet());
    }

    /** The answer, once there is something in it or the time is over. */
    public Uni<ChangePage> answer(FeedQuery question, Duration patience) {
        FeedQueryService.Answer now = stretches.answer(question);
        if (!now.changes().isEmpty() || patience.isZero()) {
            return Uni.createFrom().item(now.page());
        }
        if (waiting.incrementAndGet() > config.mostWaiting()) {
            waiting.decrementAndGet();
            throw ProblemType.UNAVAILABLE.because("too-many-waiting");
        }
        return Uni.createFrom()
                .<ChangePage>emitter(emitter -> admit(new PendingPoll(emitter, now), emitter, patience))
                // Writing the answers of thousands is not the follower's work.
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private void admit(PendingPoll guest, UniEmitter<? super ChangePage> emitter, Duration patience) {
        ScheduledFuture<?> patienceEnds =
                timer.schedule(() -> leave(guest), patience.toMillis(), TimeUnit.MILLISECONDS);
        emitter.onTermination(() -> {
            patienceEnds.cancel(false);
            leave(guest);
        });
        sit(guest);
        if (watch.position() > guest.seat().position() && follower != null) {
            // Published between the look at the database and the taking of the seat.
            follower.wakeUp();
        }
    }

    private void sit(PendingPoll guest) {
        guests.compute(guest.seat(), (question, those) -> {
            Set<PendingPoll> all = those == null ? ConcurrentHashMap.newKeySet() : those;
            all.add(guest);
            return all;
        });
        if (guest.isGone()) {
            rise(guest);
        }
    }

    private void rise(PendingPoll guest) {
        guests.computeIfPresent(guest.seat(), (question, those) -> {
            those.remove(guest);
            return those.isEmpty() ? null : those;
        });
    }

    private void leave(PendingPoll guest) {
        if (guest.leave()) {
            waiting.decrementAndGet();
        }
        rise(guest);
    }

    /** Looks at the database once for each question; on the follower's thread alone. */
    private boolean serve() {
        long reached = watch.position();
        for (FeedQuery question : List.copyOf(guests.keySet())) {
            if (question.position() < reached) {
                FeedQueryService.Answer answer = stretches.answer(question);
                Set<PendingPoll> those = guests.remove(question);
                if (those != null) {
                    those.forEach(guest -> serve(guest, answer));
                }
            }
        }
        return false;
    }

    private void serve(PendingPoll guest, FeedQueryService.Answer answer) {
        guest.learn(answer);
        if (answer.changes().isEmpty()) {
            // Something changed that he does not follow: he waits on, from there.
            sit(guest);
        } else {
            leave(guest);
        }
    }
}
