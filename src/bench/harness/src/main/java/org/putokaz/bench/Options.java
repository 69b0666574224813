package org.putokaz.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Command-line options.
 *
 * @param brief the short form, which only tests whether responses are right
 * @param start measures start-up time and memory instead of speed
 * @param rounds number of measurements of each contestant and workload
 * @param seconds duration of a measurement
 * @param warm seconds of warming up for contestants that read a database; the others take a quarter of it
 * @param connections number of connections of the load generator
 * @param seed of the content and of the order of requests
 * @param out the folder for the page and the chart
 * @param base the root of the project
 * @param generator {@code wrk}, {@code own}, or {@code auto} for wrk when it is installed
 * @param newer home of a newer JDK whose start is measured too; empty for none
 */
record Options(
        boolean brief,
        boolean start,
        int rounds,
        int seconds,
        int warm,
        int connections,
        long seed,
        Path out,
        Path base,
        String generator,
        String newer) {

    static final String USAGE = """
        src/bench/run [--short] [--start] [--rounds 5] [--seconds 6] [--warm 60] [--connections 64] [--seed 20261125]
                      [--out docs] [--generator auto|wrk|own] [--newer-jdk HOME]
        """;

    private static final Set<String> FLAGS = Set.of("short", "start");
    private static final Set<String> VALUES =
            Set.of("rounds", "seconds", "warm", "connections", "seed", "out", "base", "generator", "newer-jdk");

    /** @throws IllegalArgumentException for an argument that does not exist or has no value */
    static Options of(List<String> arguments) {
        Map<String, String> given = read(arguments);
        boolean brief = given.containsKey("short");
        Path base = Path.of(given.getOrDefault("base", ".")).toAbsolutePath().normalize();
        return new Options(
                brief,
                given.containsKey("start"),
                number(given, "rounds", brief ? 1 : 5),
                number(given, "seconds", brief ? 2 : 6),
                number(given, "warm", brief ? 2 : 60),
                number(given, "connections", brief ? 8 : 64),
                number(given, "seed", 20261125),
                base.resolve(given.getOrDefault("out", "docs")),
                base,
                given.getOrDefault("generator", brief ? "own" : "auto"),
                given.getOrDefault("newer-jdk", ""));
    }

    private static Map<String, String> read(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String name = rest.next().replaceFirst("^--", "");
            if (FLAGS.contains(name)) {
                given.put(name, "");
            } else if (VALUES.contains(name) && rest.hasNext()) {
                given.put(name, rest.next());
            } else {
                throw new IllegalArgumentException(USAGE);
            }
        }
        return given;
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        int number = Integer.parseInt(given.getOrDefault(name, Integer.toString(otherwise)));
        if (number < 1) {
            throw new IllegalArgumentException(USAGE);
        }
        return number;
    }

    /** Seconds of warming up for contestants that respond from memory. */
    int shortWarm() {
        return Math.max(1, warm / 4);
    }
}
