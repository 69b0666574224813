package org.putokaz.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One way to start the service.
 *
 * @param jdk its home
 * @param application the folder of the jar, as it was packaged
 * @param record what makes the virtual machine write an archive when it ends, with {@code %s} for the file; empty for none
 * @param use what makes it read one
 */
record Start(String title, Path jdk, Path application, String record, String use) {

    private static final Request QUESTION = Request.of("/api/v1/contact-channels?purpose=victim-support&lang=en");
    private static final String RIGHT = "\"uri\":\"tel:+38163610590\"";
    private static final long PATIENCE_MINUTES = 4;

    /** A service that has given its first right answer, after so many ms of time and of the processor's time. */
    record Begun(Running running, int port, double millis, long cpuMillis) implements AutoCloseable {

        double residentMebis() {
            return Usage.of(List.of(running.pid())).residentKibis() / 1024.0;
        }

        @Override
        public void close() {
            running.close();
        }
    }

    boolean hasArchive() {
        return !record.isEmpty();
    }

    Begun recording(Path folder, Path archive) throws IOException {
        return begin(folder, record.formatted(archive));
    }

    /** @throws IOException with its log when it gives no right answer */
    Begun begin(Path folder, Path archive) throws IOException {
        return begin(folder, hasArchive() ? use.formatted(archive) : "");
    }

    private Begun begin(Path folder, String option) throws IOException {
        int port = Running.freePort();
        List<String> arguments = new ArrayList<>(option.isEmpty() ? List.of() : List.of(option));
        arguments.addAll(Product.arguments(application, port, Running.freePort(), List.of()));
        long start = System.nanoTime();
        Running running = Running.java(jdk.resolve("bin/java"), folder, arguments);
        long end = start + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (System.nanoTime() < end && running.isAlive()) {
            if (answersRight(port)) {
                double millis = (System.nanoTime() - start) / 1e6;
                return new Begun(
                        running, port, millis, Usage.of(List.of(running.pid())).cpuMillis());
            }
            Pause.millis(5);
        }
        running.close();
        throw new IOException(title + " did not answer:\n" + running.log());
    }

    private static boolean answersRight(int port) {
        try {
            return new String(Answer.of(port, QUESTION).body(), StandardCharsets.UTF_8).contains(RIGHT);
        } catch (IOException notYet) {
            return false;
        }
    }
}
