package org.putokaz.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * What has been published, in the order of numbers: edition n is one of the event n modulo their number. A reader remembers
 * the last number that was acknowledged when he asked; what he hears may be younger, never older.
 */
final class Editions {

    private static final int MOST = 100_000;

    private final List<Event> events;
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLongArray positions = new AtomicLongArray(MOST);

    Editions(List<Event> events) {
        this.events = events;
    }

    /** The number of the next edition, and from now on it may be seen. */
    long begin() {
        return begun.incrementAndGet();
    }

    Event event(long edition) {
        return events.get((int) (edition % events.size()));
    }

    /** From now on everybody must see it. */
    void acknowledge(long edition, long position) {
        positions.set((int) edition, position);
        acknowledged.set(edition);
    }

    long acknowledged() {
        return acknowledged.get();
    }

    /** The last number that may be seen. */
    long begun() {
        return begun.get();
    }

    /**
     * What is wrong with an answer that was asked for when {@code known} was acknowledged and heard when {@code young} had
     * begun, if anything.
     */
    @Nullable
    String complaint(Shown shown, long known, long young) {
        if (shown.position() >= 0 && shown.position() < positions.get((int) known)) {
            return "stale: position " + shown.position() + " after " + positions.get((int) known) + " was acknowledged";
        }
        for (int i = 0; i < events.size(); i++) {
            Long edition = shown.editions().get(events.get(i).slug());
            if (edition != null && edition < least(i, known)) {
                return "stale: " + events.get(i).slug() + " in edition " + edition + " after " + known;
            }
            if (edition != null && edition > young) {
                return "made up: " + events.get(i).slug() + " in edition " + edition;
            }
        }
        return null;
    }

    /** The youngest edition of an event that is not younger than {@code known}; 0 for what it was at the start. */
    private long least(int event, long known) {
        long back = Math.floorMod(known - event, (long) events.size());
        return Math.max(0, known - back);
    }
}
