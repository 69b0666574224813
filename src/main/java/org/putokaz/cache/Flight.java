package org.putokaz.cache;

import java.util.ArrayList;
import java.util.List;

/** One computation of an answer, and whoever waits for it instead of making it once more. */
final class Flight {

    private final List<Runnable> waiting = new ArrayList<>();
    private boolean landed;

    /** False when it is over: then nobody would call. */
    synchronized boolean join(Runnable onLanding) {
        return !landed && waiting.add(onLanding);
    }

    /** How many wait for it. */
    synchronized int wanted() {
        return waiting.size();
    }

    /** Calls all who wait, once; false when that has been done. */
    boolean land() {
        List<Runnable> called;
        synchronized (this) {
            if (landed) {
                return false;
            }
            landed = true;
            called = List.copyOf(waiting);
            waiting.clear();
        }
        called.forEach(Runnable::run);
        return true;
    }
}
