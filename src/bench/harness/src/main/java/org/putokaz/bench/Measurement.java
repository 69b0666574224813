package org.putokaz.bench;

/**
 * One measurement of one contestant.
 *
 * @param perSecond responses a second
 * @param p50 median response time, ms
 * @param p99 99th percentile of the response time, ms
 * @param errors responses that were wrong or missing
 * @param bytes average size of a response with its headers
 * @param cpuMicros processor time for a response, of the service and of its database where that is a process of its
 *     own, µs
 * @param residentMebis resident memory of the service afterwards, MiB
 */
record Measurement(
        double perSecond, double p50, double p99, long errors, double bytes, double cpuMicros, double residentMebis) {

    /** The same measurement with the resources that the processes have used. */
    Measurement with(ProcessUsage before, ProcessUsage after, long responses) {
        double micros = 1000.0 * (after.cpuMillis() - before.cpuMillis()) / Math.max(1, responses);
        return new Measurement(perSecond, p50, p99, errors, bytes, micros, after.residentKibis() / 1024.0);
    }

    Measurement withErrors(long all) {
        return new Measurement(perSecond, p50, p99, all, bytes, cpuMicros, residentMebis);
    }
}
