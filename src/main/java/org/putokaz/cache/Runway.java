package org.putokaz.cache;

import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Lets only a few answers be made at once, the most wanted of them first. After a publication a dozen lists are asked for in
 * the same millisecond; made all at once, they take the processor from those that are answered from memory, and none is
 * ready before the last. It only smoothes: nobody waits for his turn longer than {@link #PATIENCE_MILLIS}, and whoever takes
 * longer than that, as with a database that is slow or away, does not hold up the next.
 */
final class Runway {

    static final long PATIENCE_MILLIS = 50;

    private final int most;
    private final List<Turn> waiting = new ArrayList<>();
    private int busy;

    Runway(int most) {
        this.most = most;
    }

    /** The right to make an answer; to be given back by {@link #leave()}, once or more often. */
    final class Turn {

        private final Flight flight;
        private final Context thread;
        private final Consumer<Turn> start;
        private final AtomicBoolean over = new AtomicBoolean();

        private Turn(Flight flight, Context thread, Consumer<Turn> start) {
            this.flight = flight;
            this.thread = thread;
            this.start = start;
        }

        private void begin() {
            thread.owner().setTimer(PATIENCE_MILLIS, late -> leave());
            thread.runOnContext(called -> start.accept(this));
        }

        void leave() {
            if (!over.getAndSet(true)) {
                next();
            }
        }
    }

    /** @param start is called on this thread when its turn has come */
    void enter(Flight flight, Context thread, Consumer<Turn> start) {
        Turn turn = new Turn(flight, thread, start);
        synchronized (this) {
            if (busy >= most) {
                waiting.add(turn);
                thread.owner().setTimer(PATIENCE_MILLIS, late -> hurry(turn));
                return;
            }
            busy++;
        }
        turn.begin();
    }

    private void hurry(Turn turn) {
        synchronized (this) {
            if (!waiting.remove(turn)) {
                return;
            }
            busy++;
        }
        turn.begin();
    }

    private void next() {
        Turn next;
        synchronized (this) {
            busy--;
            if (busy >= most || waiting.isEmpty()) {
                return;
            }
            // The first of those that are wanted equally.
            next = waiting.stream()
                    .max(Comparator.comparingInt(turn -> turn.flight.wanted()))
                    .orElseThrow();
            waiting.remove(next);
            busy++;
        }
        next.begin();
    }
}
