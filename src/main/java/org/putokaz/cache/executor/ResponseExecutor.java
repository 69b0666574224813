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
 * Thread pool of fixed size for uncached responses, with a queue ordered by priority and a bounded delay.
 *
 * <h2>Concurrency</h2>
 * The tasks wait in a deque of their own, guarded by the object's monitor. The queue of the underlying pool only
 * holds one permit for each task: a thread that takes a permit runs the task of highest priority at that time. A busy
 * thread takes its next task without a thread being woken, which leaves the processors to the event loops.
 *
 * <h2>Consistency</h2>
 * Each task is either run or handed over, exactly once. Among tasks of equal priority the oldest comes first. A task
 * that has waited for the maximum delay comes before all others, so that none starves.
 *
 * <h2>Bounds</h2>
 * Priorities are compared among the first {@value #PRIORITY_SCAN_LIMIT} tasks of the queue; those behind keep their
 * order. When no task was started for the maximum delay, tasks queued for as long are handed over. Where the pool
 * does make progress, tasks are handed over after {@value #MAX_DELAY_FACTOR} times the maximum delay.
 *
 * <h2>Failure</h2>
 * A pool blocked by a slow database delays a request by the maximum delay only. A pause of the whole process, noticed
 * by the late check of the queue, does not count as a blocked pool. After {@link #close()} the queued tasks are run,
 * and new ones are handed over.
 */
final class ResponseExecutor implements AutoCloseable {

    private static final long IDLE_TIMEOUT_SECONDS = 30;
    private static final int MAX_DELAY_FACTOR = 20;
    private static final int PRIORITY_SCAN_LIMIT = 100;

    private final long maxQueueDelayMillis;
    private final ThreadPoolExecutor threads;
    private final Deque<QueuedTask> queue = new ArrayDeque<>();
    private final LongAdder handedOver = new LongAdder();
    private long lastStartMillis;
    private boolean checkScheduled;
    private boolean shutDown;

    /** Task that is either run by this executor or handed over to another. */
    interface Task {

        /** Number of other requests that wait for the result; may change while the task is queued. */
        int priority();

        /** Runs the task, on a thread of the pool. */
        void run();

        /** Has the task run elsewhere. Called on any thread; must not block. */
        void handOver();
    }

    /** @param queuedAtMillis as by {@link #monotonicMillis()} */
    private record QueuedTask(Task task, long queuedAtMillis) {}

    /** @param maxQueueDelayMillis time without progress after which queued tasks are handed over */
    ResponseExecutor(String threadName, int size, long maxQueueDelayMillis) {
        this.maxQueueDelayMillis = maxQueueDelayMillis;
        this.threads = new ThreadPoolExecutor(
                size,
                size,
                IDLE_TIMEOUT_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> newThread(work, threadName));
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread newThread(Runnable work, String name) {
        Thread thread = new FastThreadLocalThread(work, name);
        thread.setDaemon(true);
        // Otherwise inherited from the thread of the request that happens to be first.
        thread.setContextClassLoader(ResponseExecutor.class.getClassLoader());
        return thread;
    }

    private static long monotonicMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** Maximum number of threads. */
    int size() {
        return threads.getMaximumPoolSize();
    }

    /** Number of tasks handed over since the start. */
    long handedOverCount() {
        return handedOver.sum();
    }

    /** Queues the task; hands it over at once when the executor is closed. */
    void execute(Task task) {
        synchronized (this) {
            if (!shutDown) {
                queue.addLast(new QueuedTask(task, monotonicMillis()));
                scheduleCheck();
                // A permit for one task, whichever has the highest priority when a thread is free.
                threads.execute(this::runNext);
                return;
            }
        }
        handOver(task);
    }

    private void handOver(Task task) {
        handedOver.increment();
        task.handOver();
    }

    private void runNext() {
        Task next = pollNext();
        if (next != null) {
            next.run();
        }
    }

    private synchronized @Nullable Task pollNext() {
        QueuedTask oldest = queue.peekFirst();
        if (oldest == null) {
            return null;
        }
        long now = monotonicMillis();
        lastStartMillis = now;
        boolean isOverdue = now - oldest.queuedAtMillis >= maxQueueDelayMillis;
        QueuedTask next = isOverdue ? oldest : highestPriority(oldest);
        queue.removeFirstOccurrence(next);
        return next.task;
    }

    /** Task of highest priority near the front of the queue; the oldest of equal ones. */
    private QueuedTask highestPriority(QueuedTask oldest) {
        QueuedTask next = oldest;
        int highest = oldest.task.priority();
        Iterator<QueuedTask> candidates = queue.iterator();
        for (int i = 0; i < PRIORITY_SCAN_LIMIT && candidates.hasNext(); i++) {
            QueuedTask candidate = candidates.next();
            int priority = candidate.task.priority();
            if (priority > highest) {
                highest = priority;
                next = candidate;
            }
        }
        return next;
    }

    /** Schedules one check for all queued tasks; none is scheduled while the queue is empty. */
    private void scheduleCheck() {
        if (!checkScheduled) {
            long due = monotonicMillis() + maxQueueDelayMillis;
            CompletableFuture.delayedExecutor(maxQueueDelayMillis, TimeUnit.MILLISECONDS, Runnable::run)
                    .execute(() -> checkQueue(due));
            checkScheduled = true;
        }
    }

    private void checkQueue(long due) {
        List<Task> overdue = new ArrayList<>();
        long now = monotonicMillis();
        synchronized (this) {
            checkScheduled = false;
            if (now - due > maxQueueDelayMillis / 2) {
                // The check itself is late: the whole process was paused, not the pool alone.
                lastStartMillis = now;
            }
            if (!queue.isEmpty()) {
                boolean isBlocked = now - lastStartMillis >= maxQueueDelayMillis;
                long limit = isBlocked ? maxQueueDelayMillis : MAX_DELAY_FACTOR * maxQueueDelayMillis;
                drainOverdue(now, limit, overdue);
                scheduleCheck();
            }
        }
        overdue.forEach(this::handOver);
    }

    private void drainOverdue(long now, long limit, List<Task> overdue) {
        for (QueuedTask oldest; (oldest = queue.peekFirst()) != null && now - oldest.queuedAtMillis >= limit; ) {
            overdue.add(oldest.task);
            queue.removeFirst();
            // The permit of a task that is handed over; which one does not matter.
            threads.getQueue().poll();
        }
    }

    /** Stops accepting tasks: queued tasks are still run, later ones are handed over. */
    @Override
    public void close() {
        synchronized (this) {
            shutDown = true;
        }
        threads.shutdown();
    }
}
