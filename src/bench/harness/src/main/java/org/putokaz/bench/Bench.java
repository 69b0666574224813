package org.putokaz.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Main class; the exit status is 1 when a response was wrong, 2 for wrong arguments. */
public final class Bench {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Bench() {}

    public static void main(String... arguments) throws Exception {
        Options options;
        try {
            options = Options.of(List.of(arguments));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        Path folder = Files.createTempDirectory("putokaz-bench");
        // Also when it is interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        Set<String> errors =
                options.start() ? StartBenchmark.measure(options, folder, OUT) : measureSpeed(options, folder);
        errors.forEach(error -> OUT.println("WRONG: " + error));
        System.exit(errors.isEmpty() ? 0 : 1);
    }

    /** Measures measureSpeed; returns the errors. */
    private static Set<String> measureSpeed(Options options, Path folder) throws Exception {
        List<Event> events = SampleEvents.of(options.seed());
        WorkloadRunner runner = new WorkloadRunner(options, folder);
        MixedWorkload mixed = new MixedWorkload(options, events);
        Set<String> errors = new LinkedHashSet<>();
        try (Contestants contestants = new Contestants(options, folder)) {
            contestants.start(events);
            errors.addAll(ContentComparison.differences(contestants));
            Results results = new Rounds(options, contestants, runner, mixed, OUT).run();
            errors.addAll(runner.errorMessages());
            errors.addAll(mixed.errorMessages());
            if (results.errors() > 0 && errors.isEmpty()) {
                errors.add(results.errors() + " responses were wrong");
            }
            OUT.println(
                    options.brief()
                            ? "The short form tests whether responses are right, not how fast they are."
                            : Report.goals(results));
            if (!options.brief()) {
                Files.writeString(
                        options.out().resolve("performance.md"),
                        Report.of(results, Machine.lines(options, runner.generator())));
                Files.writeString(options.out().resolve("performance.svg"), Chart.of(results));
            }
        }
        return errors;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException stillInUse) {
            System.err.println("Not all of " + folder + " could be deleted.");
        }
    }
}
