package org.putokaz.cache.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResponseExecutorTest {

    private static final int SIZE = 2;
    private static final long MAX_QUEUE_DELAY_MILLIS = 400;
    private static final int SHORT_DELAY_MILLIS = 20;

    private final ResponseExecutor executor = newExecutor(SIZE, MAX_QUEUE_DELAY_MILLIS);
    private final BlockingQueue<String> started = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> handedOver = new LinkedBlockingQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);

    /** Task that runs until its latch is released. */
    private class LatchedTask implements ResponseExecutor.Task {

        private final String name;
        private final int priority;
        private final CountDownLatch release;

        LatchedTask(String name, int priority, CountDownLatch release) {
            this.name = name;
            this.priority = priority;
            this.release = release;
        }

        @Override
        public int priority() {
            return priority;
        }

        @Override
        public void run() {
            started.add(name);
            waitFor(release);
        }

        @Override
        public void handOver() {
            handedOver.add(name);
        }
    }

    @AfterEach
    void end() {
        end.countDown();
        executor.close();
    }

    private static ResponseExecutor newExecutor(int size, long maxQueueDelayMillis) {
        return new ResponseExecutor("test-executor", size, maxQueueDelayMillis);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void execute(String name, int priority) {
        executor.execute(new LatchedTask(name, priority, end));
    }

    private static String next(BlockingQueue<String> names) throws InterruptedException {
        String next = names.poll(5, TimeUnit.SECONDS);
        return next == null ? "none" : next;
    }

    @Test
    void theHighestPriorityRunsNextAndTheOldestOfEquals() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        executor.execute(new LatchedTask("a", 0, first));
        execute("b", 0);
        assertThat(List.of(next(started), next(started))).containsExactlyInAnyOrder("a", "b");
        CountDownLatch none = new CountDownLatch(0);
        executor.execute(new LatchedTask("rare", 0, none));
        executor.execute(new LatchedTask("first", 3, none));
        executor.execute(new LatchedTask("second", 3, none));

        first.countDown();
        assertThat(List.of(next(started), next(started), next(started))).containsExactly("first", "second", "rare");
        assertThat(handedOver).isEmpty();
    }

    @Test
    void tasksAreHandedOverWhileAllThreadsAreBlocked() throws InterruptedException {
        long start = System.nanoTime();
        for (String name : List.of("a", "b", "c", "d", "e")) {
            execute(name, 0);
        }
        assertThat(List.of(next(handedOver), next(handedOver), next(handedOver)))
                .containsExactly("c", "d", "e");
        assertThat(Duration.ofNanos(System.nanoTime() - start).toMillis())
                .isBetween(MAX_QUEUE_DELAY_MILLIS - 5, 20 * MAX_QUEUE_DELAY_MILLIS);
        assertThat(started).containsExactlyInAnyOrder("a", "b");
    }

    /** As with most threads blocked. */
    @Test
    void aSlowExecutorHandsOverTasksInTheEnd() throws InterruptedException {
        try (ResponseExecutor one = newExecutor(1, 100)) {
            for (int i = 0; i < 200; i++) {
                one.execute(slow("task " + i, 0));
            }
            assertThat(next(handedOver)).isNotEqualTo("none");
            assertThat(started).hasSizeGreaterThan(5);
        }
    }

    /** However long they are queued, as on an overloaded machine. */
    @Test
    void anExecutorThatMakesProgressHandsNothingOver() throws InterruptedException {
        int many = (int) (4 * MAX_QUEUE_DELAY_MILLIS / 20);
        for (int i = 0; i < many; i++) {
            executor.execute(new LatchedTask("task " + i, 0, end) {
                @Override
                public void run() {
                    sleep(20);
                    started.add("one");
                }
            });
        }
        for (int i = 0; i < many; i++) {
            assertThat(next(started)).isEqualTo("one");
        }
        assertThat(handedOver).isEmpty();
    }

    @Test
    void anOverdueTaskIsNotOvertaken() throws InterruptedException {
        try (ResponseExecutor one = newExecutor(1, 100)) {
            for (int i = 0; i < 40; i++) {
                one.execute(slow(i == 1 ? "rare" : "popular", i == 1 ? 0 : 5));
            }
            List<String> order = new ArrayList<>();
            for (int i = 0; i < 40 && !order.contains("rare"); i++) {
                order.add(next(started));
            }
            assertThat(order).hasSizeBetween(2, 20);
        }
    }

    private ResponseExecutor.Task slow(String name, int priority) {
        return new LatchedTask(name, priority, end) {
            @Override
            public void run() {
                started.add(name);
                sleep(20);
            }
        };
    }

    /** Including a task queued shortly before the check. */
    @Test
    void eachTaskHasItsOwnDelay() throws InterruptedException {
        execute("a", 0);
        execute("b", 0);
        execute("early", 0);
        TimeUnit.MILLISECONDS.sleep(MAX_QUEUE_DELAY_MILLIS / 2);
        long start = System.nanoTime();
        execute("late", 0);
        assertThat(List.of(next(handedOver), next(handedOver))).containsExactly("early", "late");
        assertThat(Duration.ofNanos(System.nanoTime() - start).toMillis())
                .isBetween(MAX_QUEUE_DELAY_MILLIS - 5, 20 * MAX_QUEUE_DELAY_MILLIS);
    }

    /** All threads are blocked at intervals, and tasks queued meanwhile are handed over. */
    @Test
    void eachTaskIsRunOrHandedOverOnceWithinThePoolSize() throws InterruptedException {
        int many = 1000;
        List<CountingTask> tasks = new ArrayList<>();
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ResponseExecutor shortDelay = newExecutor(SIZE, SHORT_DELAY_MILLIS)) {
            for (int i = 0; i < many; i++) {
                CountingTask task = new CountingTask(i % 7, i % 200 < SIZE ? 4 * SHORT_DELAY_MILLIS : 1, now, most);
                tasks.add(task);
                shortDelay.execute(task);
                if (i % 20 == 0) {
                    sleep(2);
                }
            }
            for (int i = 0; i < 100 && tasks.stream().anyMatch(task -> task.times() == 0); i++) {
                sleep(100);
            }
            sleep(4 * SHORT_DELAY_MILLIS);
        }
        assertThat(tasks).allMatch(task -> task.times() == 1);
        assertThat(tasks).as("run").anyMatch(task -> task.runs.get() == 1);
        assertThat(tasks).as("handed over").anyMatch(task -> task.handOvers.get() == 1);
        assertThat(most).hasValueBetween(1, SIZE);
    }

    private static final class CountingTask implements ResponseExecutor.Task {

        private final int priority;
        private final long millis;
        private final AtomicInteger now;
        private final AtomicInteger most;
        private final AtomicInteger runs = new AtomicInteger();
        private final AtomicInteger handOvers = new AtomicInteger();

        CountingTask(int priority, long millis, AtomicInteger now, AtomicInteger most) {
            this.priority = priority;
            this.millis = millis;
            this.now = now;
            this.most = most;
        }

        int times() {
            return runs.get() + handOvers.get();
        }

        @Override
        public int priority() {
            return priority;
        }

        @Override
        public void run() {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            sleep(millis);
            now.decrementAndGet();
            runs.incrementAndGet();
        }

        @Override
        public void handOver() {
            handOvers.incrementAndGet();
        }
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void withoutASettingThereAreTwoThreadsForEachProcessor() {
        try (ResponseExecutor usual = new ResponseExecutorProducer().responseExecutor(OptionalInt::empty)) {
            assertThat(usual.size()).isEqualTo(2 * Runtime.getRuntime().availableProcessors());
        }
        try (ResponseExecutor chosen = new ResponseExecutorProducer().responseExecutor(() -> OptionalInt.of(3))) {
            assertThat(chosen.size()).isEqualTo(3);
        }
    }

    @Test
    void aFailingTaskDoesNotAffectOthers() throws InterruptedException {
        for (int i = 0; i < 3 * SIZE; i++) {
            executor.execute(new LatchedTask("failing", 0, end) {
                @Override
                public void run() {
                    throw new IllegalStateException("on purpose");
                }
            });
        }
        execute("next", 0);
        assertThat(next(started)).isEqualTo("next");
        assertThat(handedOver).isEmpty();
    }

    @Test
    void onCloseQueuedTasksAreRunAndLaterOnesHandedOver() throws InterruptedException {
        execute("a", 0);
        execute("b", 0);
        next(started);
        next(started);
        CountDownLatch none = new CountDownLatch(0);
        executor.execute(new LatchedTask("waits", 0, none));
        executor.close();
        execute("late", 0);
        assertThat(handedOver.peek()).isEqualTo("late");
        end.countDown();
        assertThat(next(started)).isEqualTo("waits");
    }
}
