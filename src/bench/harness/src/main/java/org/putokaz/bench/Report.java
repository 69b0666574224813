package org.putokaz.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The page that says what was measured: the goals first, then everything. */
final class Report {

    private static final String BEGINNING = """
            # Performance

            Made by `src/bench/run`, which measures everything in one run, side by side: in each round each contestant has
            its turn, and a ratio is the median over the rounds of what two of them had in the same round. The load
            generator and the database share the cores with the service, so the absolute numbers are low; CPU time a
            request (of the service, and of PostgreSQL where it is used) is the figure that a busy machine disturbs least.

            *Bare Vert.x* answers the same bytes and headers from a table by path, and looks at no header; it has as many
            event loops as Quarkus takes (decision 27). *Ordinary Quarkus* is `src/bench/ordinary`: REST, Panache and
            Jackson on the same texts, two statements a list, one an entry. *Uncached* is the service with
            `putokaz.cache.enabled=false`: it makes each answer anew, of what the database says then.

            ![Ratios](performance.svg)

            """;

    private static final String MIXED = """

            *Mixed* is %d URLs in three languages, half of them compressed, by Zipf's law, while something is published
            every second through the editorial API. Every answer is looked at by the harness's own readers: status, coding,
            JSON, one entity tag for the same bytes, and no edition or position older than what was acknowledged before the
            question was sent. At half the rate the time of an answer counts from when it was due to be asked for. What
            publishes is warmed up too, by publications one after another. The bare peer publishes nothing: what is slow there
            is the load generator's doing, or the machine's.
            """;

    private final Table table;
    private final StringBuilder page = new StringBuilder();

    private Report(Table table) {
        this.table = table;
    }

    static String of(Table table, List<String> machine) {
        Report report = new Report(table);
        report.page.append(BEGINNING);
        machine.forEach(line -> report.page.append("- ").append(line).append('\n'));
        report.goals();
        report.everything();
        report.page.append(MIXED.formatted(Reading.URLS));
        return report.page.toString();
    }

    /** Only the goals, for whoever looks on. */
    static String goals(Table table) {
        Report report = new Report(table);
        report.goals();
        return report.page.toString();
    }

    private void goals() {
        page.append("\n## Goals\n\n| what | who | beside | figure | goal | median | reached | bare Vert.x itself |\n");
        page.append("| --- | --- | --- | --- | ---: | ---: | --- | ---: |\n");
        for (Goal goal : Goal.all()) {
            OptionalDouble value = goal.value(table);
            if (value.isPresent()) {
                row(
                        goal.workload(),
                        table.title(goal.contestant()),
                        goal.peer().isEmpty() ? "" : table.title(goal.peer()),
                        goal.figure().title(),
                        (goal.figure().lessIsBetter() ? "≤ " : "≥ ") + number(goal.bound()),
                        number(value.getAsDouble()),
                        goal.isReached(value.getAsDouble()) ? "yes" : "**no**",
                        ofTheBare(goal));
            }
        }
    }

    /** What the bare handler has beside the same peer, where that is another one: much more nobody can have. */
    private String ofTheBare(Goal goal) {
        if (!goal.peer().startsWith(Contestant.ORDINARY)) {
            return "";
        }
        OptionalDouble ceiling = table.ratio(goal.workload(), Contestant.BARE, goal.peer(), Measured::perSecond);
        return ceiling.isPresent() ? number(ceiling.getAsDouble()) : "";
    }

    private void everything() {
        page.append("\n## Everything: medians of the rounds\n\n");
        page.append(
                "| what | who | requests/s | p50 ms | p99 ms | errors | bytes | CPU µs | RSS MiB | of the first |\n");
        page.append("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (String workload : table.workloads()) {
            List<String> contestants = table.contestants(workload);
            for (String contestant : contestants) {
                everything(workload, contestant, contestants.get(0));
            }
        }
    }

    private void everything(String workload, String contestant, String first) {
        row(
                workload,
                table.title(contestant),
                median(workload, contestant, Measured::perSecond),
                median(workload, contestant, Measured::p50),
                median(workload, contestant, Measured::p99),
                Long.toString(table.rounds(workload, contestant).stream()
                        .mapToLong(Measured::errors)
                        .sum()),
                median(workload, contestant, Measured::bytes),
                median(workload, contestant, Measured::cpuMicros),
                median(workload, contestant, Measured::residentMebis),
                number(table.ratio(workload, contestant, first, Measured::perSecond)
                        .orElse(0)));
    }

    private String median(String workload, String contestant, java.util.function.ToDoubleFunction<Measured> what) {
        return number(table.median(workload, contestant, what).orElse(0));
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** Three digits that count; whole numbers from a hundred on. */
    static String number(double value) {
        if (value == Math.rint(value) || Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
    }
}
