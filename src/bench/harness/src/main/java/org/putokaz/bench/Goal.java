package org.putokaz.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What we want to be: a bound on the ratio to a peer, or, without a peer, on a figure of our own.
 *
 * @param contestant and peer by name; an empty peer for none
 * @param bound the least ratio, or the most where less is better
 */
record Goal(String workload, String contestant, String peer, Figure figure, double bound) {

    /** What is compared. */
    enum Figure {
        RATE("requests a second", Measured::perSecond, false),
        CPU("CPU time a request", Measured::cpuMicros, true),
        P99("p99, ms", Measured::p99, true),
        WRONG("wrong or stale answers", Measured::errors, true);

        private final String title;
        private final ToDoubleFunction<Measured> value;
        private final boolean lessIsBetter;

        Figure(String title, ToDoubleFunction<Measured> value, boolean lessIsBetter) {
            this.title = title;
            this.value = value;
            this.lessIsBetter = lessIsBetter;
        }

        String title() {
            return title;
        }

        boolean lessIsBetter() {
            return lessIsBetter;
        }
    }

    /** The goals of the issue that asked for all this, in its order. */
    static List<Goal> all() {
        List<Goal> goals = new ArrayList<>();
        for (Workload workload : Workload.values()) {
            goals.add(new Goal(workload.title(), "cached-h2", Contestant.BARE, Figure.RATE, 0.95));
            goals.add(new Goal(workload.title(), "cached-h2", Contestant.BARE, Figure.CPU, 1.15));
        }
        for (Workload workload : List.of(Workload.LIST, Workload.ENTRY)) {
            goals.add(new Goal(workload.title(), "cached-h2", "ordinary-h2", Figure.RATE, 6));
            goals.add(new Goal(workload.title(), "cached-pg", "ordinary-pg", Figure.RATE, 30));
        }
        goals.add(new Goal(Workload.LIST.title(), "uncached-h2", "ordinary-h2", Figure.RATE, 2));
        goals.add(new Goal(Workload.LIST.title(), "uncached-pg", "ordinary-pg", Figure.RATE, 3));
        goals.add(new Goal(Workload.ENTRY.title(), "uncached-h2", "ordinary-h2", Figure.RATE, 1));
        goals.add(new Goal(Workload.ENTRY.title(), "uncached-pg", "ordinary-pg", Figure.RATE, 1));
        for (String ours : List.of("cached-h2", "cached-pg")) {
            goals.add(new Goal(Mixed.FULL, ours, "bare-mixed", Figure.RATE, 0.7));
            goals.add(new Goal(Mixed.FULL, ours, "", Figure.WRONG, 0));
            goals.add(new Goal(Mixed.HALF, ours, "", Figure.P99, 20));
        }
        return goals;
    }

    OptionalDouble value(Table table) {
        return peer.isEmpty()
                ? table.median(workload, contestant, figure.value)
                : table.ratio(workload, contestant, peer, figure.value);
    }

    boolean isReached(double value) {
        return figure.lessIsBetter ? value <= bound : value >= bound;
    }
}
