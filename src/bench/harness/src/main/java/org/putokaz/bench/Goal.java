package org.putokaz.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Goal of the service: a bound on its ratio to a peer, or, without a peer, on its own figure.
 *
 * @param contestant and peer by name; an empty peer for none
 * @param bound the minimum; the maximum where less is better
 */
record Goal(String workload, String contestant, String peer, Figure figure, double bound) {

    /** Figure that is compared. */
    enum Figure {
        RATE("requests a second", Measurement::perSecond, false),
        CPU("CPU time a request", Measurement::cpuMicros, true),
        P99("p99, ms", Measurement::p99, true),
        WRONG("wrong or stale answers", Measurement::errors, true);

        private final String title;
        private final ToDoubleFunction<Measurement> value;
        private final boolean lessIsBetter;

        Figure(String title, ToDoubleFunction<Measurement> value, boolean lessIsBetter) {
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

    /**
     * All goals, in the order of the report. A cached response cannot be much faster than the bare handler, whose own ratio to
     * an ordinary service caps that of a cached one; that ratio is therefore no goal.
     */
    static List<Goal> all() {
        List<Goal> goals = new ArrayList<>();
        for (Workload workload : Workload.values()) {
            goals.add(new Goal(workload.title(), "cached-h2", Contestant.BARE, Figure.RATE, 0.95));
            goals.add(new Goal(workload.title(), "cached-h2", Contestant.BARE, Figure.CPU, 1.15));
        }
        goals.add(new Goal(Workload.LIST.title(), "uncached-h2", "ordinary-h2", Figure.RATE, 2));
        goals.add(new Goal(Workload.LIST.title(), "uncached-pg", "ordinary-pg", Figure.RATE, 3));
        goals.add(new Goal(Workload.ENTRY.title(), "uncached-h2", "ordinary-h2", Figure.RATE, 0.75));
        goals.add(new Goal(Workload.ENTRY.title(), "uncached-pg", "ordinary-pg", Figure.RATE, 0.75));
        for (String service : List.of("cached-h2", "cached-pg")) {
            goals.add(new Goal(MixedWorkload.FULL, service, "bare-mixed", Figure.RATE, 0.7));
            goals.add(new Goal(MixedWorkload.FULL, service, "", Figure.WRONG, 0));
            goals.add(new Goal(MixedWorkload.HALF, service, "", Figure.P99, 20));
        }
        return goals;
    }

    OptionalDouble value(Results results) {
        return peer.isEmpty()
                ? results.median(workload, contestant, figure.value)
                : results.ratio(workload, contestant, peer, figure.value);
    }

    boolean isReached(double value) {
        return figure.lessIsBetter ? value <= bound : value >= bound;
    }
}
