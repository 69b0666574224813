package org.putokaz.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of the publications so far: edition n is one of event n modulo the number of events. A client remembers the
 * last
 * edition acknowledged when it sent its request; the response may show a later one, never an earlier one.
 */
final class PublishedEditions {

    private static final int MAX_EDITIONS = 100_000;

    private final List<Event> events;
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLongArray positions = new AtomicLongArray(MAX_EDITIONS);

    PublishedEditions(List<Event> events) {
        this.events = events;
    }

    /** Returns the number of the next edition, which responses may show from now on. */
    long begin() {
        return begun.incrementAndGet();
    }

    Event event(long edition) {
        return events.get((int) (edition % events.size()));
    }

    /** From now on every response must show it. */
    void acknowledge(long edition, long position) {
        positions.set((int) edition, position);
        acknowledged.set(edition);
    }

    long lastAcknowledged() {
        return acknowledged.get();
    }

    /** The last edition that responses may show. */
    long lastBegun() {
        return begun.get();
    }

    /**
     * Checks a response; null when it is right.
     *
     * @param acknowledgedEdition the last edition acknowledged when the request was sent
     * @param begunEdition the last edition begun when the response arrived
     */
    @Nullable
    String error(ObservedEditions observed, long acknowledgedEdition, long begunEdition) {
        if (observed.position() >= 0 && observed.position() < positions.get((int) acknowledgedEdition)) {
            return "stale: position " + observed.position() + " after " + positions.get((int) acknowledgedEdition)
                    + " was acknowledged";
        }
        for (int i = 0; i < events.size(); i++) {
            Long edition = observed.editions().get(events.get(i).slug());
            if (edition != null && edition < oldestAllowed(i, acknowledgedEdition)) {
                return "stale: " + events.get(i).slug() + " in edition " + edition + " after " + acknowledgedEdition;
            }
            if (edition != null && edition > begunEdition) {
                return "made up: " + events.get(i).slug() + " in edition " + edition;
            }
        }
        return null;
    }

    /** The last edition of an event up to the acknowledged one; 0 for the content of the start. */
    private long oldestAllowed(int event, long acknowledgedEdition) {
        long back = Math.floorMod(acknowledgedEdition - event, (long) events.size());
        return Math.max(0, acknowledgedEdition - back);
    }
}
