package org.putokaz.bench;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Mixed reading while something is published every second. The bare peer gives the same bytes, and publishes nothing. */
final class Mixed {

    static final String FULL = "mixed";
    static final String HALF = "mixed, half the rate";

    private static final int HOT = 5;
    private static final int FIRST_HOT = 3;
    private static final int WARM_PAUSE = 100;
    private static final int NO_PAUSE = 1;
    private static final int FEW_READERS = 1000;

    private final Options options;
    private final List<Event> hot;
    private final Reading reading;
    private final Set<String> complaints = new LinkedHashSet<>();
    private final Map<String, Watcher> watchers = new TreeMap<>();

    private record Watcher(Editor editor, Editions editions, Watchful script) {}

    /** Full speed, then at half of it. */
    record Pair(Measured full, Measured half) {}

    Mixed(Options options, List<Event> events) {
        this.options = options;
        // Among the first of every list, so that lists change too.
        this.hot = events.subList(FIRST_HOT, FIRST_HOT + HOT);
        this.reading = new Reading(events, hot, options.seed());
    }

    Set<String> complaints() {
        return complaints;
    }

    /** The peer, which knows by heart what this one, which is ready, answers now. */
    Contestant bare(Cast cast, int port) throws IOException {
        Map<String, Answer> answers = new TreeMap<>();
        for (Request request : reading.requests()) {
            answers.put(bareTarget(request), Answer.kept(port, request));
        }
        return cast.bare("bare-mixed", answers, Map.of());
    }

    private static String bareTarget(Request request) {
        return (request.headers().isEmpty() ? "" : "/gzip") + request.target();
    }

    Pair measureBare(Contestant bare, int seconds) throws IOException {
        List<Request> requests = reading.requests().stream()
                .map(request -> Request.of(bareTarget(request)))
                .toList();
        Watchful script = new Watchful(reading, requests, new Editions(hot));
        Measured full = run(bare, script, seconds, 0);
        return new Pair(full, run(bare, script, seconds, full.perSecond() / 2));
    }

    /**
     * As if it had been running for a while. What publishes is compiled after some two thousand publications; until then
     * the compiler takes more of the processors than they do. So they come one after another first, while few read.
     */
    void warm(Contestant ours, int seconds) throws IOException, InterruptedException {
        warm(ours, NO_PAUSE, seconds, FEW_READERS);
        warm(ours, WARM_PAUSE, seconds / 2, 0);
    }

    private void warm(Contestant ours, int pause, int seconds, double perSecond)
            throws IOException, InterruptedException {
        Watcher watcher = watcher(ours);
        Publisher publisher = new Publisher(watcher.editor, watcher.editions, pause);
        try (publisher) {
            run(ours, watcher.script, seconds, perSecond);
        } finally {
            publisher.complaints().forEach(complaint -> complaints.add(ours.name() + ": " + complaint));
        }
    }

    /** Full speed, and then half of it, each with a publication a second. */
    Pair measure(Contestant ours, int seconds) throws IOException, InterruptedException {
        Watcher watcher = watcher(ours);
        // In the short form more often: it asks whether anything is wrong, not how quick it is.
        int pause = options.brief() ? 250 : 1000;
        Publisher publisher = new Publisher(watcher.editor, watcher.editions, pause);
        try (publisher) {
            Measured full = run(ours, watcher.script, seconds, 0);
            return new Pair(full, run(ours, watcher.script, seconds, full.perSecond() / 2));
        } finally {
            publisher.complaints().forEach(complaint -> complaints.add(ours.name() + ": " + complaint));
        }
    }

    private Watcher watcher(Contestant ours) throws IOException {
        Watcher known = watchers.get(ours.name());
        if (known != null) {
            return known;
        }
        Editor editor = new Editor(ours.port());
        for (Event event : hot) {
            editor.find(event);
        }
        Editions editions = new Editions(hot);
        Watcher fresh = new Watcher(editor, editions, new Watchful(reading, reading.requests(), editions));
        watchers.put(ours.name(), fresh);
        return fresh;
    }

    private Measured run(Contestant contestant, Watchful script, int seconds, double perSecond) throws IOException {
        // Now, and not while somebody is measured.
        System.gc();
        try (Crowd crowd = new Crowd(contestant, options.connections(), script)) {
            Measured measured = crowd.run(seconds, perSecond);
            crowd.complaints().forEach(complaint -> complaints.add(contestant.name() + ": " + complaint));
            return measured;
        }
    }
}
