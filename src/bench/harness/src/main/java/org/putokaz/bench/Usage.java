package org.putokaz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What processes and their children have used, from Linux' proc file system. A database comes after the service that it
 * works for: its time counts, its memory does not, which it shares with itself and keeps for all who use it.
 *
 * @param cpuMillis user and system time since they began, ms
 * @param residentKibis resident memory of the first process and its children, KiB
 */
record Usage(long cpuMillis, long residentKibis) {

    /** Linux counts in hundredths of a second, whatever the kernel's own clock is. */
    private static final long MILLIS_A_TICK = 10;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    static Usage of(List<Long> pids) {
        long resident = pids.stream()
                .limit(1)
                .map(Usage::ofFamily)
                .mapToLong(Usage::residentKibis)
                .sum();
        long cpu =
                pids.stream().map(Usage::ofFamily).mapToLong(Usage::cpuMillis).sum();
        return new Usage(cpu, resident);
    }

    private static Usage ofFamily(long pid) {
        return family(pid)
                .map(Usage::ofOne)
                .reduce(
                        new Usage(0, 0),
                        (a, b) -> new Usage(a.cpuMillis + b.cpuMillis, a.residentKibis + b.residentKibis));
    }

    private static Stream<ProcessHandle> family(long pid) {
        return ProcessHandle.of(pid).stream().flatMap(root -> Stream.concat(Stream.of(root), root.descendants()));
    }

    /** Nothing for a process that has just ended. */
    private static Usage ofOne(ProcessHandle process) {
        try {
            Path proc = Path.of("/proc", Long.toString(process.pid()));
            String stat = Files.readString(proc.resolve("stat"));
            // The name, in brackets, may hold anything.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
            return new Usage(ticks * MILLIS_A_TICK, resident(proc));
        } catch (IOException ended) {
            return new Usage(0, 0);
        }
    }

    private static long resident(Path proc) throws IOException {
        try (Stream<String> lines = Files.lines(proc.resolve("status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
    }
}
