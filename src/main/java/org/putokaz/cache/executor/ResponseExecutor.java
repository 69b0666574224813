package org.putokaz.cache.executor;

import io.netty.util.concurrent.FastThreadLocalThread;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A few threads, and the tasks that wait for them, the most wanted first. A thread that is busy takes the
 * next task without anybody being woken, and what is asked for a dozen times in the same millisecond does not take the
 * processor from those that are answered from memory. Nobody waits for a crew that stands still, as with a database that
 * hangs: where no task could be begun for a while, those who have waited as long are given away; and whoever has waited far
 * longer, anyhow.
 */
final class ResponseExecutor implements AutoCloseable {

    private static final long IDLE_SECONDS = 30;
    /** So many times the patience nobody waits, however well the crew moves on. */
    private static final int LONGEST = 20;
    /** Among so many the most wanted is looked for; those after them wait in their order. */
    private static final int LOOKED_AT = 100;

    private final long patience;
    private final ThreadPoolExecutor threads;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final LongAdder givenAway = new LongAdder();
    private long lastBegun;
    private boolean isWatched;
    private boolean isOver;

    /** Something to be done, here or elsewhere. */
    interface Task {

        /** How many wait for it, besides the one who asked. */
        int wanted();

        /** On a thread of the crew. */
        void begin();

        /** It has waited too long: to be begun elsewhere. Called on any thread, and not to take long. */
        void giveAway();
    }

    /** @param since as {@link #millis()} */
    private record Waiting(Task task, long since) {}

    /** @param patience in milliseconds, how long the crew may stand still and somebody wait */
    ResponseExecutor(String name, int size, long patience) {
        this.patience = patience;
        this.threads = new ThreadPoolExecutor(
                size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> thread(work, name));
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new FastThreadLocalThread(work, name);
        thread.setDaemon(true);
        // Whoever happens to ask first is not to decide where classes are looked for.
        thread.setContextClassLoader(ResponseExecutor.class.getClassLoader());
        return thread;
    }

    /** On a clock that only counts. */
    private static long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** How many threads it may have. */
    int size() {
        return threads.getMaximumPoolSize();
    }

    /** How many tasks it has given away so far. */
    long givenAway() {
        return givenAway.sum();
    }

    void take(Task task) {
        synchronized (this) {
            if (!isOver) {
                waiting.addLast(new Waiting(task, millis()));
                watch();
                // For a thread that takes whatever is wanted most by then.
                threads.execute(this::beginNext);
                return;
            }
        }
        giveAway(task);
    }

    private void giveAway(Task task) {
        givenAway.increment();
        task.giveAway();
    }

    private void beginNext() {
        Task next = next();
        if (next != null) {
            next.begin();
        }
    }

    private synchronized @Nullable Task next() {
        Waiting first = waiting.peekFirst();
        if (first == null) {
            return null;
        }
        long now = millis();
        lastBegun = now;
        // Who has waited for long is not put back again.
        Waiting next = now - first.since >= patience ? first : mostWanted(first);
        waiting.removeFirstOccurrence(next);
        return next.task;
    }

    /** The first of those that are wanted equally. */
    private Waiting mostWanted(Waiting first) {
        Waiting next = first;
        int most = first.task.wanted();
        Iterator<Waiting> others = waiting.iterator();
        for (int i = 0; i < LOOKED_AT && others.hasNext(); i++) {
            Waiting other = others.next();
            int wanted = other.task.wanted();
            if (wanted > most) {
                most = wanted;
                next = other;
            }
        }
        return next;
    }

    /** One look ahead for all, and none while nobody waits. */
    private void watch() {
        if (!isWatched) {
            long due = millis() + patience;
            CompletableFuture.delayedExecutor(patience, TimeUnit.MILLISECONDS, Runnable::run)
                    .execute(() -> look(due));
            isWatched = true;
        }
    }

    private void look(long due) {
        List<Task> late = new ArrayList<>();
        long now = millis();
        synchronized (this) {
            isWatched = false;
            if (now - due > patience / 2) {
                // The whole process stood still, and the crew with it.
                lastBegun = now;
            }
            if (!waiting.isEmpty()) {
                moveLate(now, now - lastBegun >= patience ? patience : LONGEST * patience, late);
                watch();
            }
        }
        late.forEach(this::giveAway);
    }

    private void moveLate(long now, long most, List<Task> late) {
        for (Waiting first; (first = waiting.peekFirst()) != null && now - first.since >= most; ) {
            late.add(first.task);
            waiting.removeFirst();
            // So that nothing is left in the queue for what is done elsewhere: whoever comes takes the first.
            threads.getQueue().poll();
        }
    }

    /** What waits is begun; what comes later is given away at once. */
    @Override
    public void close() {
        synchronized (this) {
            isOver = true;
        }
        threads.shutdown();
    }
}
