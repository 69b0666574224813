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

/** Where it all begins; ends with a status other than 0 when an answer was wrong. */
public final class Bench {

    private static final PrintStream SAID = new PrintStream(System.out, true, StandardCharsets.UTF_8);

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
        // Also when somebody interrupts it.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        Set<String> complaints = options.start() ? StartAndSize.measure(options, folder, SAID) : speed(options, folder);
        complaints.forEach(complaint -> SAID.println("WRONG: " + complaint));
        System.exit(complaints.isEmpty() ? 0 : 1);
    }

    /** What was wrong. */
    private static Set<String> speed(Options options, Path folder) throws Exception {
        List<Event> events = Events.of(options.seed());
        Load load = new Load(options, folder);
        Mixed mixed = new Mixed(options, events);
        Set<String> complaints = new LinkedHashSet<>();
        try (Cast cast = new Cast(options, folder)) {
            cast.start(events);
            complaints.addAll(SameTexts.complaints(cast));
            Table table = new Rounds(options, cast, load, mixed, SAID).run();
            complaints.addAll(load.complaints());
            complaints.addAll(mixed.complaints());
            if (table.errors() > 0 && complaints.isEmpty()) {
                complaints.add(table.errors() + " answers were wrong");
            }
            SAID.println(
                    options.brief()
                            ? "The short form says whether answers are right, not how quick."
                            : Report.goals(table));
            if (!options.brief()) {
                Files.writeString(
                        options.out().resolve("performance.md"),
                        Report.of(table, Machine.lines(options, load.generator())));
                Files.writeString(options.out().resolve("performance.svg"), Chart.of(table));
            }
        }
        return complaints;
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
