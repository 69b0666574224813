package org.putokaz.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RunwayTest {

    private static final Vertx VERTX = Vertx.vertx();

    private final Context thread = VERTX.getOrCreateContext();
    private final Runway runway = new Runway(2);
    private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
    private final List<Runway.Turn> turns = new ArrayList<>();

    @AfterAll
    static void end() {
        VERTX.close();
    }

    private void enter(String name, int wanted) {
        Flight flight = new Flight();
        for (int i = 0; i < wanted; i++) {
            flight.join(() -> {});
        }
        runway.enter(flight, thread, turn -> {
            synchronized (turns) {
                turns.add(turn);
            }
            begun.add(name);
        });
    }

    private String next() throws InterruptedException {
        String next = begun.poll(5, TimeUnit.SECONDS);
        return next == null ? "nobody" : next;
    }

    private Runway.Turn turn(int number) {
        synchronized (turns) {
            return turns.get(number);
        }
    }

    @Test
    void theMostWantedComesNextAndTheFirstOfEquals() throws InterruptedException {
        enter("a", 0);
        enter("b", 0);
        assertThat(List.of(next(), next())).containsExactly("a", "b");
        enter("rare", 0);
        enter("first", 3);
        enter("second", 3);
        assertThat(begun).isEmpty();

        turn(0).leave();
        turn(0).leave();
        assertThat(next()).isEqualTo("first");
        turn(1).leave();
        assertThat(next()).isEqualTo("second");
    }

    @Test
    void nobodyWaitsForOneThatDoesNotEnd() throws InterruptedException {
        long start = System.nanoTime();
        for (String name : List.of("a", "b", "c", "d", "e")) {
            enter(name, 0);
        }
        assertThat(List.of(next(), next(), next(), next(), next())).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
        assertThat(Duration.ofNanos(System.nanoTime() - start).toMillis())
                .isGreaterThanOrEqualTo(Runway.PATIENCE_MILLIS - 5);
    }

    @Test
    void whoHasLeftLateMakesRoomOnce() throws InterruptedException {
        enter("a", 0);
        enter("b", 0);
        next();
        next();
        TimeUnit.MILLISECONDS.sleep(2 * Runway.PATIENCE_MILLIS);
        turn(0).leave();
        turn(1).leave();
        long start = System.nanoTime();
        for (String name : List.of("c", "d", "e")) {
            enter(name, 0);
        }
        assertThat(List.of(next(), next(), next())).containsExactly("c", "d", "e");
        // Were there room for three, it would have begun at once.
        assertThat(Duration.ofNanos(System.nanoTime() - start).toMillis())
                .isGreaterThanOrEqualTo(Runway.PATIENCE_MILLIS - 5);
    }
}
