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
    private static final long PATIENCE_MILLIS = 400;
    private static final int LONG_ONES = 20;

    private final ResponseExecutor crew = crew(SIZE, PATIENCE_MILLIS);
    private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> givenAway = new LinkedBlockingQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);

    /** Lasts until its end is called for. */
    private class Named implements ResponseExecutor.Task {

        private final String name;
        private final int wanted;
        private final CountDownLatch mayEnd;

        Named(String name, int wanted, CountDownLatch mayEnd) {
            this.name = name;
            this.wanted = wanted;
            this.mayEnd = mayEnd;
        }

        @Override
        public int priority() {
            return wanted;
        }

        @Override
        public void run() {
            begun.add(name);
            waitFor(mayEnd);
        }

        @Override
        public void handOver() {
            givenAway.add(name);
        }
    }

    @AfterEach
    void end() {
        end.countDown();
        crew.close();
    }

    private static ResponseExecutor crew(int size, long patience) {
        return new ResponseExecutor("crew", size, patience);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void take(String name, int wanted) {
        crew.execute(new Named(name, wanted, end));
    }

    private static String next(BlockingQueue<String> names) throws InterruptedException {
        String next = names.poll(5, TimeUnit.SECONDS);
        return next == null ? "nobody" : next;
    }

    @Test
    void theMostWantedComesNextAndTheFirstOfEquals() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        crew.execute(new Named("a", 0, first));
        take("b", 0);
        assertThat(List.of(next(begun), next(begun))).containsExactlyInAnyOrder("a", "b");
        CountDownLatch none = new CountDownLatch(0);
        crew.execute(new Named("rare", 0, none));
        crew.execute(new Named("first", 3, none));
        crew.execute(new Named("second", 3, none));

        first.countDown();
        assertThat(List.of(next(begun), next(begun), next(begun))).containsExactly("first", "second", "rare");
        assertThat(givenAway).isEmpty();
    }

    @Test
    void nobodyWaitsForOneThatDoesNotEnd() throws InterruptedException {
        long start = System.nanoTime();
        for (String name : List.of("a", "b", "c", "d", "e")) {
            take(name, 0);
        }
        assertThat(List.of(next(givenAway), next(givenAway), next(givenAway))).containsExactly("c", "d", "e");
        assertThat(Duration.ofNanos(System.nanoTime() - start).toMillis())
                .isBetween(PATIENCE_MILLIS - 5, 20 * PATIENCE_MILLIS);
        assertThat(begun).containsExactlyInAnyOrder("a", "b");
    }

    /** As where most of its threads hang. */
    @Test
    void nobodyWaitsForEverForACrewThatHardlyMovesOn() throws InterruptedException {
        try (ResponseExecutor one = crew(1, 100)) {
            for (int i = 0; i < 200; i++) {
                one.execute(slow("task " + i, 0));
            }
            assertThat(next(givenAway)).isNotEqualTo("nobody");
            assertThat(begun).hasSizeGreaterThan(5);
        }
    }

    /** However long they wait, as where the processors have more to do than they can. */
    @Test
    void nobodyIsGivenAwayByACrewThatMovesOn() throws InterruptedException {
        int many = (int) (4 * PATIENCE_MILLIS / 20);
        for (int i = 0; i < many; i++) {
            crew.execute(new Named("task " + i, 0, end) {
                @Override
                public void run() {
                    sleep(20);
                    begun.add("one");
                }
            });
        }
        for (int i = 0; i < many; i++) {
            assertThat(next(begun)).isEqualTo("one");
        }
        assertThat(givenAway).isEmpty();
    }

    @Test
    void whoHasWaitedLongIsNotPutBackAgain() throws InterruptedException {
        try (ResponseExecutor one = crew(1, 100)) {
            for (int i = 0; i < 40; i++) {
                one.execute(slow(i == 1 ? "rare" : "popular", i == 1 ? 0 : 5));
            }
            List<String> order = new ArrayList<>();
            for (int i = 0; i < 40 && !order.contains("rare"); i++) {
                order.add(next(begun));
            }
            assertThat(order).hasSizeBetween(2, 20);
        }
    }

    private ResponseExecutor.Task slow(String name, int wanted) {
        return new Named(name, wanted, end) {
            @Override
            public void run() {
                begun.add(name);
                sleep(20);
            }
        };
    }

    /** Also one that comes just before the others are looked at. */
    @Test
    void eachHasItsOwnPatience() throws InterruptedException {
        take("a", 0);
        take("b", 0);
        take("early", 0);
        TimeUnit.MILLISECONDS.sleep(PATIENCE_MILLIS / 2);
        long start = System.nanoTime();
        take("late", 0);
        assertThat(List.of(next(givenAway), next(givenAway))).containsExactly("early", "late");
        assertThat(Duration.ofNanos(System.nanoTime() - start).toMillis())
                .isBetween(PATIENCE_MILLIS - 5, 20 * PATIENCE_MILLIS);
    }

    /** Now and then all its threads are busy for long, and what waits meanwhile is given away. */
    @Test
    void eachIsDoneOnceHereOrElsewhereAndNeverMoreAtOnceThanThereAreThreads() throws InterruptedException {
        int many = 1000;
        List<Counted> tasks = new ArrayList<>();
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ResponseExecutor impatient = crew(SIZE, LONG_ONES)) {
            for (int i = 0; i < many; i++) {
                Counted task = new Counted(i % 7, i % 200 < SIZE ? 4 * LONG_ONES : 1, now, most);
                tasks.add(task);
                impatient.execute(task);
                if (i % 20 == 0) {
                    sleep(2);
                }
            }
            for (int i = 0; i < 100 && tasks.stream().anyMatch(task -> task.times() == 0); i++) {
                sleep(100);
            }
            sleep(4 * LONG_ONES);
        }
        assertThat(tasks).allMatch(task -> task.times() == 1);
        assertThat(tasks).as("here").anyMatch(task -> task.here.get() == 1);
        assertThat(tasks).as("elsewhere").anyMatch(task -> task.elsewhere.get() == 1);
        assertThat(most).hasValueBetween(1, SIZE);
    }

    private static final class Counted implements ResponseExecutor.Task {

        private final int wanted;
        private final long millis;
        private final AtomicInteger now;
        private final AtomicInteger most;
        private final AtomicInteger here = new AtomicInteger();
        private final AtomicInteger elsewhere = new AtomicInteger();

        Counted(int wanted, long millis, AtomicInteger now, AtomicInteger most) {
            this.wanted = wanted;
            this.millis = millis;
            this.now = now;
            this.most = most;
        }

        int times() {
            return here.get() + elsewhere.get();
        }

        @Override
        public int priority() {
            return wanted;
        }

        @Override
        public void run() {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            sleep(millis);
            now.decrementAndGet();
            here.incrementAndGet();
        }

        @Override
        public void handOver() {
            elsewhere.incrementAndGet();
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
    void oneThatFailsTakesNobodyWithIt() throws InterruptedException {
        for (int i = 0; i < 3 * SIZE; i++) {
            crew.execute(new Named("failing", 0, end) {
                @Override
                public void run() {
                    throw new IllegalStateException("on purpose");
                }
            });
        }
        take("next", 0);
        assertThat(next(begun)).isEqualTo("next");
        assertThat(givenAway).isEmpty();
    }

    @Test
    void whatWaitsAtTheEndIsDoneAndWhatComesLaterIsGivenAway() throws InterruptedException {
        take("a", 0);
        take("b", 0);
        next(begun);
        next(begun);
        CountDownLatch none = new CountDownLatch(0);
        crew.execute(new Named("waits", 0, none));
        crew.close();
        take("late", 0);
        assertThat(givenAway.peek()).isEqualTo("late");
        end.countDown();
        assertThat(next(begun)).isEqualTo("waits");
    }
}
