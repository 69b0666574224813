package org.putokaz.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One way to start the service: a JDK, a packaging, and an archive of classes or none.
 *
 * @param jdk home of the JDK
 * @param application the folder of the jar, as it was packaged
 * @param record option with which the JVM writes an archive when it ends, with {@code %s} for the file; empty for none
 * @param use option with which it reads the archive
 */
record StartVariant(String title, Path jdk, Path application, String record, String use) {

    private static final Request REQUEST = Request.of("/api/v1/contact-channels?purpose=victim-support&lang=en");
    private static final String EXPECTED_TEXT = "\"uri\":\"tel:+38163610590\"";
    private static final long START_TIMEOUT_MINUTES = 4;

    /** Service that has sent its first right response, with the time and the processor time until then, in ms. */
    record StartedService(ChildProcess process, int port, double millis, long cpuMillis) implements AutoCloseable {

        double residentMebis() {
            return ProcessUsage.of(List.of(process.pid())).residentKibis() / 1024.0;
        }

        @Override
        public void close() {
            process.close();
        }
    }

    boolean hasArchive() {
        return !record.isEmpty();
    }

    StartedService startRecording(Path folder, Path archive) throws IOException {
        return start(folder, record.formatted(archive));
    }

    /** @throws IOException when it sends no right response, with its log */
    StartedService start(Path folder, Path archive) throws IOException {
        return start(folder, hasArchive() ? use.formatted(archive) : "");
    }

    private StartedService start(Path folder, String option) throws IOException {
        int port = ChildProcess.freePort();
        List<String> arguments = new ArrayList<>(option.isEmpty() ? List.of() : List.of(option));
        arguments.addAll(PutokazService.arguments(application, port, ChildProcess.freePort(), List.of()));
        long start = System.nanoTime();
        ChildProcess process = ChildProcess.java(jdk.resolve("bin/java"), folder, arguments);
        long end = start + TimeUnit.MINUTES.toNanos(START_TIMEOUT_MINUTES);
        while (System.nanoTime() < end && process.isAlive()) {
            if (respondsCorrectly(port)) {
                double millis = (System.nanoTime() - start) / 1e6;
                return new StartedService(
                        process,
                        port,
                        millis,
                        ProcessUsage.of(List.of(process.pid())).cpuMillis());
            }
            Pause.millis(5);
        }
        process.close();
        throw new IOException(title + " did not respond:\n" + process.log());
    }

    private static boolean respondsCorrectly(int port) {
        try {
            return new String(StoredResponse.fetch(port, REQUEST).body(), StandardCharsets.UTF_8)
                    .contains(EXPECTED_TEXT);
        } catch (IOException notYet) {
            return false;
        }
    }
}
