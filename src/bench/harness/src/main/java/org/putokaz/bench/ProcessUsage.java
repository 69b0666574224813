package org.putokaz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Resources used by processes and their children, from the proc file system of Linux. A database comes after its
 * service in
 * the list: its processor time counts, its memory does not, because its processes share most of it.
 *
 * @param cpuMillis user and system time since they began, ms
 * @param residentKibis resident memory of the first process and its children, KiB
 */
record ProcessUsage(long cpuMillis, long residentKibis) {

    /** USER_HZ: proc counts in hundredths of a second, whatever the frequency of the kernel's timer. */
    private static final long MILLIS_A_TICK = 10;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    static ProcessUsage of(List<Long> pids) {
        long resident = pids.stream()
                .limit(1)
                .map(ProcessUsage::ofFamily)
                .mapToLong(ProcessUsage::residentKibis)
                .sum();
        long cpu = pids.stream()
                .map(ProcessUsage::ofFamily)
                .mapToLong(ProcessUsage::cpuMillis)
                .sum();
        return new ProcessUsage(cpu, resident);
    }

    private static ProcessUsage ofFamily(long pid) {
        return family(pid)
                .map(ProcessUsage::ofOne)
                .reduce(
                        new ProcessUsage(0, 0),
                        (a, b) -> new ProcessUsage(a.cpuMillis + b.cpuMillis, a.residentKibis + b.residentKibis));
    }

    private static Stream<ProcessHandle> family(long pid) {
        return ProcessHandle.of(pid).stream().flatMap(root -> Stream.concat(Stream.of(root), root.descendants()));
    }

    /** Zero for a process that has ended meanwhile. */
    private static ProcessUsage ofOne(ProcessHandle process) {
        try {
            Path proc = Path.of("/proc", Long.toString(process.pid()));
            String stat = Files.readString(proc.resolve("stat"));
            // The name, in brackets, may contain anything.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
            return new ProcessUsage(ticks * MILLIS_A_TICK, resident(proc));
        } catch (IOException ended) {
            return new ProcessUsage(0, 0);
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
