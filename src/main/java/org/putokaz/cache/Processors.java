package org.putokaz.cache;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How busy the processors are, by whomever. The platform's own figure ({@link OperatingSystemMXBean#getCpuLoad}) counts
 * from when anybody in this process last asked, and the metrics do; and within a quota it counts by periods that are longer
 * than ours.
 */
public final class Processors {

    private static final Path STAT = Path.of("/proc/stat");
    private static final Path QUOTA = Path.of("/sys/fs/cgroup/cpu.max");
    private static final Path QUOTA_V1 = Path.of("/sys/fs/cgroup/cpu/cpu.cfs_quota_us");
    private static final Path PERIOD_V1 = Path.of("/sys/fs/cgroup/cpu/cpu.cfs_period_us");

    private static final Pattern TWO_NUMBERS = Pattern.compile("([1-9][0-9]{0,12}) ([1-9][0-9]{0,12})");

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final double processors = Math.min(Runtime.getRuntime().availableProcessors(), quota());
    private Reading last = read();

    /**
     * @param machine what the machine's processors have done; null where that is not to be had
     * @param process processor time of this process
     * @param nanos when
     */
    private record Reading(@Nullable Ticks machine, long process, long nanos) {}

    /** Time of all processors in the kernel's units, since it was started. */
    record Ticks(long all, long idle) {

        /** From the first line of {@code /proc/stat} (proc(5)): user, nice, system, idle, iowait, irq, softirq, steal. */
        static Ticks of(String line) {
            String[] fields = line.strip().split(" +");
            long all = 0;
            for (int i = 1; i < Math.min(fields.length, 9); i++) {
                all += Long.parseLong(fields[i]);
            }
            return new Ticks(all, Long.parseLong(fields[4]) + Long.parseLong(fields[5]));
        }

        double usedSince(Ticks before) {
            long passed = all - before.all;
            return passed <= 0 ? 0 : 1 - (double) (idle - before.idle) / passed;
        }
    }

    /**
     * What part of the processors' time has been used since this was asked for the last time, from 0 to 1: of the machine's, or
     * of what this process may have of it, whichever is more.
     */
    public synchronized double load() {
        Reading before = last;
        last = read();
        double own = (double) (last.process - before.process) / (processors * Math.max(1, last.nanos - before.nanos));
        return last.machine == null || before.machine == null
                ? own
                : Math.max(own, last.machine.usedSince(before.machine));
    }

    /** What the container may use, which need not be whole processors. */
    private static double quota() {
        String both = firstLine(QUOTA);
        if (both == null) {
            both = firstLine(QUOTA_V1) + " " + firstLine(PERIOD_V1);
        }
        return quota(both);
    }

    /**
     * @param both how many microseconds may be used in a period, and how long that is, as in {@code cpu.max} (cgroup v2); what is
     *     not two positive numbers is no limit
     */
    static double quota(String both) {
        Matcher numbers = TWO_NUMBERS.matcher(both);
        return numbers.matches()
                ? Double.parseDouble(numbers.group(1)) / Double.parseDouble(numbers.group(2))
                : Double.POSITIVE_INFINITY;
    }

    private Reading read() {
        return new Reading(machine(), system.getProcessCpuTime(), System.nanoTime());
    }

    private static @Nullable Ticks machine() {
        String first = firstLine(STAT);
        return first == null ? null : Ticks.of(first);
    }

    /** Null where there is no such file, as on other systems than Linux. */
    private static @Nullable String firstLine(Path file) {
        try (var lines = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            return lines.readLine();
        } catch (IOException none) {
            return null;
        }
    }
}
