package org.putokaz.cache;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How busy the processors are, by whomever. The platform's own figure ({@link OperatingSystemMXBean#getCpuLoad}) counts
 * from when anybody in this process last asked, and the metrics do; and within a quota it counts by periods that are longer
 * than ours.
 */
final class Processors {

    private static final Path STAT = Path.of("/proc/stat");

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final int processors = Runtime.getRuntime().availableProcessors();
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
    synchronized double load() {
        Reading before = last;
        last = read();
        double own = (double) (last.process - before.process) / (processors * Math.max(1, last.nanos - before.nanos));
        return last.machine == null || before.machine == null
                ? own
                : Math.max(own, last.machine.usedSince(before.machine));
    }

    private Reading read() {
        return new Reading(machine(), system.getProcessCpuTime(), System.nanoTime());
    }

    private static @Nullable Ticks machine() {
        try (var lines = Files.newBufferedReader(STAT, StandardCharsets.US_ASCII)) {
            String first = lines.readLine();
            return first == null ? null : Ticks.of(first);
        } catch (IOException notLinux) {
            return null;
        }
    }
}
