package org.putokaz.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** How long it takes until the first right answer, and how much memory the service holds after it has been read from. */
final class StartAndSize {

    private static final double LOAD_SECONDS = 5;
    private static final int READERS = 8;

    private final Options options;
    private final Path folder;
    private final PrintStream said;
    private final Map<String, List<Size>> sizes = new TreeMap<>();

    private record Size(double firstStart, double laterStart, double cpu, double residentFirst, double residentAfter) {}

    private StartAndSize(Options options, Path folder, PrintStream said) {
        this.options = options;
        this.folder = folder;
        this.said = said;
    }

    /** What was wrong. */
    static Set<String> measure(Options options, Path folder, PrintStream said) throws IOException {
        return new StartAndSize(options, folder, said).measure();
    }

    private Set<String> measure() throws IOException {
        List<Start> starts = starts();
        for (Start start : starts) {
            if (start.hasArchive()) {
                train(start);
            }
        }
        for (int round = 0; round < options.rounds(); round++) {
            for (int i = 0; i < starts.size(); i++) {
                measure(starts.get((i + round) % starts.size()), round);
            }
        }
        table(starts);
        return Set.of();
    }

    private List<Start> starts() {
        Path plain = options.base().resolve("target/quarkus-app");
        Path flat = options.base().resolve("target/quarkus-aot");
        Path jdk = Path.of(System.getProperty("java.home"));
        List<Start> starts = new ArrayList<>();
        starts.add(new Start("JDK 17, plain", jdk, plain, "", ""));
        starts.add(new Start(
                "JDK 17, class archive", jdk, flat, "-XX:ArchiveClassesAtExit=%s", "-XX:SharedArchiveFile=%s"));
        if (!options.newer().isEmpty()) {
            Path newer = Path.of(options.newer());
            starts.add(new Start("JDK 25, plain", newer, plain, "", ""));
            starts.add(new Start(
                    "JDK 25, AOT cache, plain jar", newer, plain, "-XX:AOTCacheOutput=%s", "-XX:AOTCache=%s"));
            starts.add(
                    new Start("JDK 25, AOT cache, aot-jar", newer, flat, "-XX:AOTCacheOutput=%s", "-XX:AOTCache=%s"));
        }
        return starts;
    }

    private Path archive(Start start) {
        return folder.resolve(start.title().replaceAll("\\W+", "-"));
    }

    private Path training(Start start) {
        return folder.resolve("training-" + archive(start).getFileName());
    }

    /** Started as it is the first time, asked for everything there is in every language, ended in order. */
    private void train(Start start) throws IOException {
        try (Start.Begun begun = start.recording(training(start), archive(start))) {
            for (Request request : Training.requests(options.base())) {
                Answer.of(begun.port(), request);
            }
        }
        if (!Files.exists(archive(start))) {
            throw new IOException(start.title() + " has left no archive:\n"
                    + Files.readString(training(start).resolve("log")));
        }
        said.printf("%s: an archive of %d MiB%n", start.title(), Files.size(archive(start)) >> 20);
    }

    private void measure(Start start, int round) throws IOException {
        Path data = folder.resolve(archive(start).getFileName() + "-" + round);
        double first;
        try (Start.Begun begun = start.begin(data, archive(start))) {
            first = begun.millis();
        }
        try (Start.Begun begun = start.begin(data, archive(start))) {
            double residentFirst = begun.residentMebis();
            read(begun);
            Size size = new Size(first, begun.millis(), begun.cpuMillis(), residentFirst, begun.residentMebis());
            said.println(start.title() + " " + size);
            sizes.computeIfAbsent(start.title(), none -> new ArrayList<>()).add(size);
        }
    }

    private static void read(Start.Begun begun) throws IOException {
        Request request = Request.of(Product.EVENTS + "?lang=en");
        Contestant contestant =
                new Contestant("", "", begun.port(), List.of(begun.running().pid()), Map.of());
        try (Crowd crowd = new Crowd(contestant, READERS, new Same(request, Answer.of(begun.port(), request)))) {
            crowd.run(LOAD_SECONDS, 0);
        }
    }

    private void table(List<Start> starts) {
        said.println(
                "| | first start, empty database, ms | later start, ms | CPU of it, ms | RSS MiB | RSS after reading |");
        said.println("| --- | ---: | ---: | ---: | ---: | ---: |");
        for (Start start : starts) {
            said.println("| " + start.title() + " | " + median(start, Size::firstStart) + " | "
                    + median(start, Size::laterStart) + " | " + median(start, Size::cpu) + " | "
                    + median(start, Size::residentFirst) + " | " + median(start, Size::residentAfter) + " |");
        }
    }

    private String median(Start start, ToDoubleFunction<Size> what) {
        double[] values =
                sizes.get(start.title()).stream().mapToDouble(what).sorted().toArray();
        return Report.number(Math.rint(values[values.length / 2]));
    }
}
