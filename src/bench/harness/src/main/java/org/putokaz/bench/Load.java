package org.putokaz.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Asks one contestant the same thing for a while. Before and after wrk, our own readers look at every byte, so that nobody is
 * quick because he is wrong.
 */
final class Load {

    private static final double LOOK_SECONDS = 0.2;

    private final Options options;
    private final Path folder;
    private final boolean wrk;
    private final Set<String> complaints = new LinkedHashSet<>();

    Load(Options options, Path folder) {
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

    /** What was wrong, so far. */
    Set<String> complaints() {
        return complaints;
    }

    Measured measure(Contestant contestant, Request request, double seconds) throws IOException {
        Answer expected = Answer.of(contestant.port(), request);
        if (expected.status() >= 400) {
            throw new IOException(contestant.name() + " answers " + expected.status() + " to " + request.target());
        }
        if (!wrk) {
            return own(contestant, new Same(request, expected), seconds);
        }
        own(contestant, new Same(request, expected), LOOK_SECONDS);
        Usage before = Usage.of(contestant.pids());
        Wrk.Result result = Wrk.run(folder, contestant.port(), request, options.connections(), (int) seconds);
        Measured measured = result.measured().with(before, Usage.of(contestant.pids()), result.answers());
        own(contestant, new Same(request, expected), LOOK_SECONDS);
        if (measured.errors() > 0) {
            complaints.add(contestant.name() + ": wrk counted " + measured.errors() + " errors");
        }
        return measured;
    }

    private Measured own(Contestant contestant, Same script, double seconds) throws IOException {
        try (Crowd crowd = new Crowd(contestant, options.connections(), script)) {
            Measured measured = crowd.run(seconds, 0);
            crowd.complaints().forEach(complaint -> complaints.add(contestant.name() + ": " + complaint));
            return measured;
        }
    }
}
