package org.putokaz.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrewTest {

    private static final int SIZE = 2;
    private static final long PATIENCE_MILLIS = 400;
    private static final int MANY = 20;

    private final Crew crew = crew(SIZE, PATIENCE_MILLIS);
    private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> givenAway = new LinkedBlockingQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);

    /** Lasts until its end is called for. */
    private class Named implements Crew.Task {

        private final String name;
        private final int wanted;
        private final CountDownLatch mayEnd;

        Named(String name, int wanted, CountDownLatch mayEnd) {
            this.name = name;
            this.wanted = wanted;
            this.mayEnd = mayEnd;
        }

        @Override
        public int wanted() {
            return wanted;
        }

        @Override
        public void begin() {
            begun.add(name);
            waitFor(mayEnd);
        }

        @Override
        public void giveAway() {
            givenAway.add(name);
        }
    }

    @AfterEach
    void end() {
        end.countDown();
        crew.close();
    }

    private static Crew crew(int size, long patience) {
        return new Crew("crew", new CrewSize(size, size, () -> 0), patience);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void take(String name, int wanted) {
        crew.take(new Named(name, wanted, end));
    }

    private static String next(BlockingQueue<String> names) throws InterruptedException {
        String next = names.poll(5, TimeUnit.SECONDS);
        return next == null ? "nobody" : next;
    }

    @Test
    void theMostWantedComesNextAndTheFirstOfEquals() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        crew.take(new Named("a", 0, first));
        take("b", 0);
        assertThat(List.of(next(begun), next(begun))).containsExactlyInAnyOrder("a", "b");
        CountDownLatch none = new CountDownLatch(0);
        crew.take(new Named("rare", 0, none));
        crew.take(new Named("first", 3, none));
        crew.take(new Named("second", 3, none));

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

    /** However long they wait, as where the processors have more to do than they can. */
    @Test
    void nobodyIsGivenAwayByACrewThatMovesOn() throws InterruptedException {
        int many = (int) (4 * PATIENCE_MILLIS / 20);
        for (int i = 0; i < many; i++) {
            crew.take(new Named("task " + i, 0, end) {
                @Override
                public void begin() {
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
        try (Crew one = crew(1, 100)) {
            for (int i = 0; i < 40; i++) {
                one.take(slow(i == 1 ? "rare" : "popular", i == 1 ? 0 : 5));
            }
            List<String> order = new ArrayList<>();
            while (!order.contains("rare")) {
                order.add(next(begun));
            }
            assertThat(order).hasSizeBetween(2, 20);
        }
    }

    private Crew.Task slow(String name, int wanted) {
        return new Named(name, wanted, end) {
            @Override
            public void begin() {
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

    @Test
    void eachIsDoneOnceHereOrElsewhereAndNeverMoreAtOnceThanThereAreThreads() throws InterruptedException {
        int many = 500;
        Crew impatient = crew(SIZE, 20);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<AtomicInteger> times = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(many);
        for (int i = 0; i < many; i++) {
            AtomicInteger mine = new AtomicInteger();
            times.add(mine);
            int number = i;
            impatient.take(new Crew.Task() {
                @Override
                public int wanted() {
                    return number % 7;
                }

                @Override
                public void begin() {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    sleep(number % 100 == 0 ? 60 : 1);
                    now.decrementAndGet();
                    giveAway();
                }

                @Override
                public void giveAway() {
                    mine.incrementAndGet();
                    done.countDown();
                }
            });
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        TimeUnit.MILLISECONDS.sleep(2 * PATIENCE_MILLIS);
        assertThat(times).allMatch(one -> one.get() == 1);
        assertThat(most).hasValueBetween(1, SIZE);
        impatient.close();
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** As with a database that is far away, and then one that is not. */
    @Test
    void itGrowsWhileTheProcessorsWaitAndShrinksAgain() throws InterruptedException {
        AtomicReference<Double> load = new AtomicReference<>(0.1);
        try (Crew growing = new Crew("growing", new CrewSize(SIZE, 2 * SIZE, load::get), 100)) {
            int given = fill(growing, end);
            assertThat(begun).hasSize(2 * SIZE);
            assertThat(given).isEqualTo(MANY - 2 * SIZE);

            load.set(1.0);
            end.countDown();
            fill(growing, new CountDownLatch(0));
            begun.clear();
            CountDownLatch stay = new CountDownLatch(1);
            fill(growing, stay);
            assertThat(begun).hasSize(SIZE);
            stay.countDown();
        }
    }

    /** Gives it tasks, for more than three looks; how many it gave away. */
    private int fill(Crew one, CountDownLatch mayEnd) throws InterruptedException {
        givenAway.clear();
        for (int i = 0; i < MANY; i++) {
            one.take(new Named("task " + i, 0, mayEnd));
            TimeUnit.MILLISECONDS.sleep(5 * CrewSize.LOOK_MILLIS / MANY);
        }
        TimeUnit.MILLISECONDS.sleep(200);
        return givenAway.size();
    }

    @Test
    void oneThatFailsTakesNobodyWithIt() throws InterruptedException {
        for (int i = 0; i < 3 * SIZE; i++) {
            crew.take(new Named("failing", 0, end) {
                @Override
                public void begin() {
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
        crew.take(new Named("waits", 0, none));
        crew.close();
        take("late", 0);
        assertThat(givenAway.peek()).isEqualTo("late");
        end.countDown();
        assertThat(next(begun)).isEqualTo("waits");
    }
}
