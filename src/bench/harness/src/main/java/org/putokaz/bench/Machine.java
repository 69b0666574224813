package org.putokaz.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Description of the machine and of the measured version. */
final class Machine {

    private Machine() {}

    /** Lines of a list, without anything that identifies the machine. */
    static List<String> lines(Options options, String generator) throws IOException {
        return List.of(
                "machine: " + Runtime.getRuntime().availableProcessors() + " cores, " + model() + ", " + memory()
                        + "; Linux " + System.getProperty("os.version"),
                "JDK: " + System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version")
                        + ", `-Xmx512m` for all",
                "commit: " + outputOf(options.base(), "git", "rev-parse", "--short=12", "HEAD")
                        + (outputOf(options.base(), "git", "status", "--porcelain", "--", "src/main", "pom.xml")
                                        .isEmpty()
                                ? ""
                                : " with changes that are not committed"),
                "date: " + java.time.LocalDate.now(java.time.ZoneOffset.UTC),
                "seed: " + options.seed(),
                "rounds: " + options.rounds() + " of " + options.seconds() + " s, after " + options.warm()
                        + " s of warming up for each that reads a database and each of its requests, "
                        + options.shortWarm() + " s for the others; " + options.connections() + " connections",
                "load generator: " + generator);
    }

    private static String model() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }

    private static String memory() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemTotal"))
                    .map(line -> Math.round(Long.parseLong(line.replaceAll("\\D", "")) / 1048576.0) + " GiB")
                    .findFirst()
                    .orElse("unknown");
        }
    }

    private static String outputOf(Path folder, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
