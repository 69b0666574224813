package org.putokaz.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Measures every contestant under every workload once in each round, in a different order each time. */
final class Rounds {

    /** Duration of a measurement in the short form, in seconds: enough for some hundred requests. */
    private static final double BRIEF_SECONDS = 0.4;

    private final Options options;
    private final Contestants contestants;
    private final WorkloadRunner runner;
    private final MixedWorkload mixed;
    private final PrintStream out;
    private final Results results = new Results();

    Rounds(Options options, Contestants contestants, WorkloadRunner runner, MixedWorkload mixed, PrintStream said) {
        this.options = options;
        this.contestants = contestants;
        this.runner = runner;
        this.mixed = mixed;
        this.out = said;
    }

    Results run() throws IOException, InterruptedException {
        Contestant bareMixed = mixed.bare(
                contestants,
                contestants.all().stream()
                        .filter(contestant -> contestant.name().startsWith(Contestant.CACHED))
                        .findFirst()
                        .orElseThrow()
                        .port());
        if (!options.brief()) {
            warm();
        }
        for (int round = 0; round < options.rounds(); round++) {
            for (Workload workload : Workload.values()) {
                measure(workload, round);
            }
        }
        if (!options.brief()) {
            warmMixed(bareMixed);
        }
        for (int round = 0; round < options.rounds(); round++) {
            mixed(bareMixed);
        }
        return results;
    }

    private List<Contestant> contestantsFor(Workload workload) {
        return contestants.all().stream()
                .filter(contestant -> contestant.requests().containsKey(workload))
                .filter(contestant -> contestant.respondsFromMemory() || !workload.needsPreparedBytes())
                .toList();
    }

    private void warm() throws IOException {
        for (Workload workload : Workload.values()) {
            for (Contestant contestant : contestantsFor(workload)) {
                out.println("warming up: " + workload.title() + ", " + contestant.title());
                int seconds = contestant.respondsFromMemory() ? options.shortWarm() : options.warm();
                runner.measure(contestant, contestant.requests().get(workload), seconds);
            }
        }
    }

    private void measure(Workload workload, int round) throws IOException {
        List<Contestant> order = new ArrayList<>(contestantsFor(workload));
        Collections.rotate(order, round);
        for (Contestant contestant : order) {
            double seconds = options.brief() ? BRIEF_SECONDS : options.seconds();
            Measurement measurement =
                    runner.measure(contestant, contestant.requests().get(workload), seconds);
            add(workload.title(), contestant, measurement);
        }
    }

    private List<Contestant> ownContestants() {
        return contestants.all().stream()
                .filter(contestant -> contestant.name().startsWith(Contestant.CACHED)
                        || contestant.name().startsWith(Contestant.UNCACHED))
                .toList();
    }

    /** The code that publishes has not run before, and reads a database, too. */
    private void warmMixed(Contestant bare) throws IOException, InterruptedException {
        out.println("warming up: mixed");
        mixed.measureBare(bare, options.shortWarm());
        for (Contestant contestant : ownContestants()) {
            mixed.warm(contestant, options.warm());
        }
    }

    private void mixed(Contestant bare) throws IOException, InterruptedException {
        add(bare, mixed.measureBare(bare, options.seconds()));
        for (Contestant contestant : ownContestants()) {
            add(contestant, mixed.measure(contestant, options.seconds()));
        }
    }

    private void add(Contestant contestant, MixedWorkload.Pair pair) {
        add(MixedWorkload.FULL, contestant, pair.full());
        add(MixedWorkload.HALF, contestant, pair.half());
    }

    private void add(String workload, Contestant contestant, Measurement measurement) {
        results.add(workload, contestant, measurement);
        out.printf(
                Locale.ROOT,
                "%-22s %-28s %9.0f/s  p50 %7.2f  p99 %7.2f ms  %8.1f µs  %6.0f B  %5.0f MiB  %d wrong%n",
                workload,
                contestant.title(),
                measurement.perSecond(),
                measurement.p50(),
                measurement.p99(),
                measurement.cpuMicros(),
                measurement.bytes(),
                measurement.residentMebis(),
                measurement.errors());
    }
}
