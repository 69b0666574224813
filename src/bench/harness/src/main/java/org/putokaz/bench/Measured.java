package org.putokaz.bench;

/**
 * One measurement of one contestant.
 *
 * @param perSecond answers a second
 * @param p50 the median time of an answer, ms
 * @param p99 what one answer in a hundred exceeds, ms
 * @param errors answers that were wrong or did not come
 * @param bytes of an answer with its headers, on average
 * @param cpuMicros processor time of the service, and of its database where that is a process of its own, for an answer, µs
 * @param residentMebis resident memory of the service afterwards, MiB
 */
record Measured(
        double perSecond, double p50, double p99, long errors, double bytes, double cpuMicros, double residentMebis) {

    /** The same with what the processes have used meanwhile. */
    Measured with(Usage before, Usage after, long answers) {
        double micros = 1000.0 * (after.cpuMillis() - before.cpuMillis()) / Math.max(1, answers);
        return new Measured(perSecond, p50, p99, errors, bytes, micros, after.residentKibis() / 1024.0);
    }

    Measured withErrors(long all) {
        return new Measured(perSecond, p50, p99, all, bytes, cpuMicros, residentMebis);
    }
}
