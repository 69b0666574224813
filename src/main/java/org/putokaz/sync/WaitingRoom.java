package org.putokaz.sync;

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
import org.putokaz.live.FeedWatch;
import org.putokaz.live.Follower;
import org.putokaz.problem.Problem;

/**
 * Where requests wait for the next change. A waiting one costs a little memory and no thread; all that ask the same are
 * answered from one look at the database.
 */
@ApplicationScoped
class WaitingRoom {

    private final Stretches stretches;
    private final FeedWatch watch;
    private final SyncConfig config;
    private final Map<Question, Set<Guest>> guests = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(WaitingRoom::thread);
    private @Nullable Follower follower;

    @Inject
    WaitingRoom(Stretches stretches, FeedWatch watch, SyncConfig config) {
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
        follower = Follower.start("changes", watch, this::serve);
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
    Set<Question> seats() {
        return Set.copyOf(guests.keySet());
    }

    /** The answer, once there is something in it or the time is over. */
    Uni<ChangePage> answer(Question question, Duration patience) {
        Stretches.Answer now = stretches.answer(question);
        if (!now.changes().isEmpty() || patience.isZero()) {
            return Uni.createFrom().item(now.page());
        }
        if (waiting.incrementAndGet() > config.mostWaiting()) {
            waiting.decrementAndGet();
            throw Problem.UNAVAILABLE.because("too-many-waiting");
        }
        return Uni.createFrom()
                .<ChangePage>emitter(emitter -> admit(new Guest(emitter, now), emitter, patience))
                // Writing the answers of thousands is not the follower's work.
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private void admit(Guest guest, UniEmitter<? super ChangePage> emitter, Duration patience) {
        ScheduledFuture<?> patienceEnds =
                timer.schedule(() -> leave(guest), patience.toMillis(), TimeUnit.MILLISECONDS);
        emitter.onTermination(() -> {
            patienceEnds.cancel(false);
            leave(guest);
        });
        sit(guest);
        if (watch.position() > guest.seat().position() && follower != null) {
            // Published between the look at the database and the taking of the seat.
            follower.wake();
        }
    }

    private void sit(Guest guest) {
        guests.compute(guest.seat(), (question, those) -> {
            Set<Guest> all = those == null ? ConcurrentHashMap.newKeySet() : those;
            all.add(guest);
            return all;
        });
        if (guest.isGone()) {
            rise(guest);
        }
    }

    private void rise(Guest guest) {
        guests.computeIfPresent(guest.seat(), (question, those) -> {
            those.remove(guest);
            return those.isEmpty() ? null : those;
        });
    }

    private void leave(Guest guest) {
        if (guest.leave()) {
            waiting.decrementAndGet();
        }
        rise(guest);
    }

    /** Looks at the database once for each question; on the follower's thread alone. */
    private boolean serve() {
        long reached = watch.position();
        for (Question question : List.copyOf(guests.keySet())) {
            if (question.position() < reached) {
                Stretches.Answer answer = stretches.answer(question);
                Set<Guest> those = guests.remove(question);
                if (those != null) {
                    those.forEach(guest -> serve(guest, answer));
                }
            }
        }
        return false;
    }

    private void serve(Guest guest, Stretches.Answer answer) {
        guest.learn(answer);
        if (answer.changes().isEmpty()) {
            // Something changed that he does not follow: he waits on, from there.
            sit(guest);
        } else {
            leave(guest);
        }
    }
}
