package org.putokaz.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Markdown page of the results: the goals first, then all figures. */
final class Report {

    private static final String INTRODUCTION = """
        # Performance

        Made by `src/bench/run`, which measures everything in one run, side by side: in each round each contestant is
        measured once, and a ratio is the median over the rounds of the ratio of two contestants in the same round. The
        load generator and the database share the cores with the service, so the absolute numbers are low; CPU time a
        request (of the service, and of PostgreSQL where it is used) is the figure that a busy machine disturbs least.

        *Bare Vert.x* sends the same bytes and headers from a map by path, and looks at no request header; it has as many
        event loops as Quarkus takes (decision 27). *Ordinary Quarkus* is `src/bench/ordinary`: REST, Panache and
        Jackson on the same texts, two statements a list, one an entry. *Uncached* is the service with
        `putokaz.cache.enabled=false`: it computes each response from the database.

        ![Ratios](performance.svg)

        """;

    private static final String MIXED = """

        *Mixed* is %d URLs in three languages, half of them compressed, distributed by Zipf's law, while something is
        published every second through the editorial API. The harness checks every response: status, content coding,
        JSON, one entity tag for the same bytes, and no edition or position older than what was acknowledged before the
        request was sent. At half the rate the response time counts from when the request was due. The code that
        publishes is warmed up too, by publications one after another. The bare peer publishes nothing: what is slow
        there is caused by the load generator or the machine.
        """;

    private final Results results;
    private final StringBuilder page = new StringBuilder();

    private Report(Results results) {
        this.results = results;
    }

    static String of(Results results, List<String> machine) {
        Report report = new Report(results);
        report.page.append(INTRODUCTION);
        machine.forEach(line -> report.page.append("- ").append(line).append('\n'));
        report.goals();
        report.allFigures();
        report.page.append(MIXED.formatted(MixedRequests.URLS));
        return report.page.toString();
    }

    /** Only the goals, for the console. */
    static String goals(Results results) {
        Report report = new Report(results);
        report.goals();
        return report.page.toString();
    }

    private void goals() {
        page.append("\n"
                + "## Goals\n\n"
                + "| workload | contestant | peer | figure | goal | median | reached | bare Vert.x to the same"
                + " peer |\n");
        page.append("| --- | --- | --- | --- | ---: | ---: | --- | ---: |\n");
        for (Goal goal : Goal.all()) {
            OptionalDouble value = goal.value(results);
            if (value.isPresent()) {
                row(
                        goal.workload(),
                        results.title(goal.contestant()),
                        goal.peer().isEmpty() ? "" : results.title(goal.peer()),
                        goal.figure().title(),
                        (goal.figure().lessIsBetter() ? "≤ " : "≥ ") + number(goal.bound()),
                        number(value.getAsDouble()),
                        goal.isReached(value.getAsDouble()) ? "yes" : "**no**",
                        bareRatio(goal));
            }
        }
    }

    /**
     * The ratio of the bare handler to the same peer, where the peer is another one. It is about the highest ratio
     * possible.
     */
    private String bareRatio(Goal goal) {
        if (!goal.peer().startsWith(Contestant.ORDINARY)) {
            return "";
        }
        OptionalDouble ceiling = results.ratio(goal.workload(), Contestant.BARE, goal.peer(), Measurement::perSecond);
        return ceiling.isPresent() ? number(ceiling.getAsDouble()) : "";
    }

    private void allFigures() {
        page.append("\n## All figures: medians of the rounds\n\n");
        page.append(
                "| workload | contestant | requests/s | p50 ms | p99 ms | errors | bytes | CPU µs | RSS MiB | to the"
                        + " first |\n");
        page.append("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (String workload : results.workloads()) {
            List<String> contestants = results.contestants(workload);
            for (String contestant : contestants) {
                allFigures(workload, contestant, contestants.get(0));
            }
        }
    }

    private void allFigures(String workload, String contestant, String first) {
        row(
                workload,
                results.title(contestant),
                median(workload, contestant, Measurement::perSecond),
                median(workload, contestant, Measurement::p50),
                median(workload, contestant, Measurement::p99),
                Long.toString(results.rounds(workload, contestant).stream()
                        .mapToLong(Measurement::errors)
                        .sum()),
                median(workload, contestant, Measurement::bytes),
                median(workload, contestant, Measurement::cpuMicros),
                median(workload, contestant, Measurement::residentMebis),
                number(results.ratio(workload, contestant, first, Measurement::perSecond)
                        .orElse(0)));
    }

    private String median(String workload, String contestant, java.util.function.ToDoubleFunction<Measurement> value) {
        return number(results.median(workload, contestant, value).orElse(0));
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** Three significant digits; whole numbers from a hundred on. */
    static String number(double value) {
        if (value == Math.rint(value) || Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
    }
}
