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

/** Benchmark of the time to the first right response, and of the memory after some load. */
final class StartBenchmark {

    private static final double LOAD_SECONDS = 5;
    private static final int READERS = 8;

    private final Options options;
    private final Path folder;
    private final PrintStream out;
    private final Map<String, List<StartMeasurement>> sizes = new TreeMap<>();

    private record StartMeasurement(
            double firstStart, double laterStart, double cpu, double residentFirst, double residentAfter) {}

    private StartBenchmark(Options options, Path folder, PrintStream said) {
        this.options = options;
        this.folder = folder;
        this.out = said;
    }

    /** Returns the errors: none, because a failed start ends the benchmark. */
    static Set<String> measure(Options options, Path folder, PrintStream said) throws IOException {
        return new StartBenchmark(options, folder, said).measure();
    }

    private Set<String> measure() throws IOException {
        List<StartVariant> starts = starts();
        for (StartVariant start : starts) {
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

    private List<StartVariant> starts() {
        Path plain = options.base().resolve("target/quarkus-app");
        Path flat = options.base().resolve("target/quarkus-aot");
        Path jdk = Path.of(System.getProperty("java.home"));
        List<StartVariant> starts = new ArrayList<>();
        starts.add(new StartVariant("JDK 17, plain", jdk, plain, "", ""));
        starts.add(new StartVariant(
                "JDK 17, class archive", jdk, flat, "-XX:ArchiveClassesAtExit=%s", "-XX:SharedArchiveFile=%s"));
        if (!options.newer().isEmpty()) {
            Path newer = Path.of(options.newer());
            starts.add(new StartVariant("JDK 25, plain", newer, plain, "", ""));
            starts.add(new StartVariant(
                    "JDK 25, AOT cache, plain jar", newer, plain, "-XX:AOTCacheOutput=%s", "-XX:AOTCache=%s"));
            starts.add(new StartVariant(
                    "JDK 25, AOT cache, aot-jar", newer, flat, "-XX:AOTCacheOutput=%s", "-XX:AOTCache=%s"));
        }
        return starts;
    }

    private Path archive(StartVariant start) {
        return folder.resolve(start.title().replaceAll("\\W+", "-"));
    }

    private Path training(StartVariant start) {
        return folder.resolve("training-" + archive(start).getFileName());
    }

    /** Makes the archive: starts the service, requests everything in every language, ends it in order. */
    private void train(StartVariant start) throws IOException {
        try (StartVariant.StartedService service = start.startRecording(training(start), archive(start))) {
            for (Request request : TrainingRequests.requests(options.base())) {
                StoredResponse.fetch(service.port(), request);
            }
        }
        if (!Files.exists(archive(start))) {
            throw new IOException(start.title() + " has left no archive:\n"
                    + Files.readString(training(start).resolve("log")));
        }
        out.printf("%s: an archive of %d MiB%n", start.title(), Files.size(archive(start)) >> 20);
    }

    private void measure(StartVariant start, int round) throws IOException {
        Path data = folder.resolve(archive(start).getFileName() + "-" + round);
        double first;
        try (StartVariant.StartedService service = start.start(data, archive(start))) {
            first = service.millis();
        }
        try (StartVariant.StartedService service = start.start(data, archive(start))) {
            double residentFirst = service.residentMebis();
            applyLoad(service);
            StartMeasurement size = new StartMeasurement(
                    first, service.millis(), service.cpuMillis(), residentFirst, service.residentMebis());
            out.println(start.title() + " " + size);
            sizes.computeIfAbsent(start.title(), none -> new ArrayList<>()).add(size);
        }
    }

    private static void applyLoad(StartVariant.StartedService service) throws IOException {
        Request request = Request.of(PutokazService.EVENTS + "?lang=en");
        Contestant contestant =
                new Contestant("", "", service.port(), List.of(service.process().pid()), Map.of());
        try (LoadGenerator generator = new LoadGenerator(
                contestant, READERS, new RepeatedRequest(request, StoredResponse.fetch(service.port(), request)))) {
            generator.run(LOAD_SECONDS, 0);
        }
    }

    private void table(List<StartVariant> starts) {
        out.println(
                "| | first start, empty database, ms | later start, ms | CPU of it, ms | RSS MiB | RSS after reading"
                        + " |");
        out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
        for (StartVariant start : starts) {
            out.println("| " + start.title() + " | " + median(start, StartMeasurement::firstStart) + " | "
                    + median(start, StartMeasurement::laterStart) + " | " + median(start, StartMeasurement::cpu) + " | "
                    + median(start, StartMeasurement::residentFirst) + " | "
                    + median(start, StartMeasurement::residentAfter) + " |");
        }
    }

    private String median(StartVariant start, ToDoubleFunction<StartMeasurement> value) {
        double[] values =
                sizes.get(start.title()).stream().mapToDouble(value).sorted().toArray();
        return Report.number(Math.rint(values[values.length / 2]));
    }
}
