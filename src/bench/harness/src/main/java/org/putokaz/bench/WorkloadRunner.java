package org.putokaz.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Measures one contestant with one repeated request. Before and after wrk our own load generator checks every byte, so
 * that
 * no contestant is fast because its responses are wrong.
 */
final class WorkloadRunner {

    private static final double CHECK_SECONDS = 0.2;

    private final Options options;
    private final Path folder;
    private final boolean wrk;
    private final Set<String> errorMessages = new LinkedHashSet<>();

    WorkloadRunner(Options options, Path folder) {
        this.options = options;
        this.folder = folder;
        this.wrk = !options.generator().equals("own") && Wrk.isInstalled();
        if (options.generator().equals("wrk") && !wrk) {
            throw new IllegalArgumentException("wrk is not installed.");
        }
    }

    String generator() {
        return wrk ? "wrk" : "the harness's own";
    }

    /** The errors so far. */
    Set<String> errorMessages() {
        return errorMessages;
    }

    Measurement measure(Contestant contestant, Request request, double seconds) throws IOException {
        StoredResponse expected = StoredResponse.fetch(contestant.port(), request);
        if (expected.status() >= 400) {
            throw new IOException(contestant.name() + " answers " + expected.status() + " to " + request.target());
        }
        if (!wrk) {
            return measureWithOwnGenerator(contestant, new RepeatedRequest(request, expected), seconds);
        }
        measureWithOwnGenerator(contestant, new RepeatedRequest(request, expected), CHECK_SECONDS);
        ProcessUsage before = ProcessUsage.of(contestant.pids());
        Wrk.Result result = Wrk.run(folder, contestant.port(), request, options.connections(), (int) seconds);
        Measurement measurement =
                result.measurement().with(before, ProcessUsage.of(contestant.pids()), result.responses());
        measureWithOwnGenerator(contestant, new RepeatedRequest(request, expected), CHECK_SECONDS);
        if (measurement.errors() > 0) {
            errorMessages.add(contestant.name() + ": wrk counted " + measurement.errors() + " errors");
        }
        return measurement;
    }

    private Measurement measureWithOwnGenerator(Contestant contestant, RepeatedRequest script, double seconds)
            throws IOException {
        try (LoadGenerator generator = new LoadGenerator(contestant, options.connections(), script)) {
            Measurement measurement = generator.run(seconds, 0);
            generator.errorMessages().forEach(error -> errorMessages.add(contestant.name() + ": " + error));
            return measurement;
        }
    }
}
