package org.putokaz.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The measuring itself: in each round everybody has a turn at everything, each time in another order. */
final class Rounds {

    /** Long enough to ask some hundred times, seconds. */
    private static final double BRIEFLY = 0.4;

    private final Options options;
    private final Cast cast;
    private final Load load;
    private final Mixed mixed;
    private final PrintStream said;
    private final Table table = new Table();

    Rounds(Options options, Cast cast, Load load, Mixed mixed, PrintStream said) {
        this.options = options;
        this.cast = cast;
        this.load = load;
        this.mixed = mixed;
        this.said = said;
    }

    Table run() throws IOException, InterruptedException {
        Contestant bareMixed = mixed.bare(
                cast,
                cast.contestants().stream()
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
        return table;
    }

    private List<Contestant> those(Workload workload) {
        return cast.contestants().stream()
                .filter(contestant -> contestant.requests().containsKey(workload))
                .filter(contestant -> contestant.answersFromMemory() || !workload.ofReadyBytes())
                .toList();
    }

    private void warm() throws IOException {
        for (Workload workload : Workload.values()) {
            for (Contestant contestant : those(workload)) {
                said.println("warming up: " + workload.title() + ", " + contestant.title());
                int seconds = contestant.answersFromMemory() ? options.shortWarm() : options.warm();
                load.measure(contestant, contestant.requests().get(workload), seconds);
            }
        }
    }

    private void measure(Workload workload, int round) throws IOException {
        List<Contestant> order = new ArrayList<>(those(workload));
        Collections.rotate(order, round);
        for (Contestant contestant : order) {
            double seconds = options.brief() ? BRIEFLY : options.seconds();
            Measured measured = load.measure(contestant, contestant.requests().get(workload), seconds);
            add(workload.title(), contestant, measured);
        }
    }

    private List<Contestant> ours() {
        return cast.contestants().stream()
                .filter(contestant -> contestant.name().startsWith(Contestant.CACHED)
                        || contestant.name().startsWith(Contestant.UNCACHED))
                .toList();
    }

    /** Nothing was published before: what publishes reads a database, too. */
    private void warmMixed(Contestant bare) throws IOException, InterruptedException {
        said.println("warming up: mixed");
        mixed.measureBare(bare, options.shortWarm());
        for (Contestant contestant : ours()) {
            mixed.warm(contestant, options.warm());
        }
    }

    private void mixed(Contestant bare) throws IOException, InterruptedException {
        add(bare, mixed.measureBare(bare, options.seconds()));
        for (Contestant contestant : ours()) {
            add(contestant, mixed.measure(contestant, options.seconds()));
        }
    }

    private void add(Contestant contestant, Mixed.Pair pair) {
        add(Mixed.FULL, contestant, pair.full());
        add(Mixed.HALF, contestant, pair.half());
    }

    private void add(String workload, Contestant contestant, Measured measured) {
        table.add(workload, contestant, measured);
        said.printf(
                Locale.ROOT,
                "%-22s %-28s %9.0f/s  p50 %7.2f  p99 %7.2f ms  %8.1f µs  %6.0f B  %5.0f MiB  %d wrong%n",
                workload,
                contestant.title(),
                measured.perSecond(),
                measured.p50(),
                measured.p99(),
                measured.cpuMicros(),
                measured.bytes(),
                measured.residentMebis(),
                measured.errors());
    }
}
