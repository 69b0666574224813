package org.putokaz.bench;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Workload of mixed requests while a publication is made every second. The bare peer serves the same bytes, without
 * publications.
 */
final class MixedWorkload {

    static final String FULL = "mixed";
    static final String HALF = "mixed, half the rate";

    private static final int EDITED_EVENTS = 5;
    private static final int FIRST_EDITED_EVENT = 3;
    private static final int WARM_UP_PAUSE_MILLIS = 100;
    private static final int MIN_PAUSE_MILLIS = 1;
    private static final int WARM_UP_RATE = 1000;

    private final Options options;
    private final List<Event> editedEvents;
    private final MixedRequests mix;
    private final Set<String> errorMessages = new LinkedHashSet<>();
    private final Map<String, ContestantState> states = new TreeMap<>();

    private record ContestantState(EditorialClient editor, PublishedEditions editions, ValidatingScript script) {}

    /** Measurements at the full rate and at half of it. */
    record Pair(Measurement full, Measurement half) {}

    MixedWorkload(Options options, List<Event> events) {
        this.options = options;
        // They are among the first of every list, so that lists change too.
        this.editedEvents = events.subList(FIRST_EDITED_EVENT, FIRST_EDITED_EVENT + EDITED_EVENTS);
        this.mix = new MixedRequests(events, editedEvents, options.seed());
    }

    Set<String> errorMessages() {
        return errorMessages;
    }

    /** The peer, which serves what the started service at this port responds now. */
    Contestant bare(Contestants contestants, int port) throws IOException {
        Map<String, StoredResponse> responses = new TreeMap<>();
        for (Request request : mix.requests()) {
            responses.put(bareTarget(request), StoredResponse.fetchCached(port, request));
        }
        return contestants.startBareServer("bare-mixed", responses, Map.of());
    }

    private static String bareTarget(Request request) {
        return (request.headers().isEmpty() ? "" : "/gzip") + request.target();
    }

    Pair measureBare(Contestant bare, int seconds) throws IOException {
        List<Request> requests = mix.requests().stream()
                .map(request -> Request.of(bareTarget(request)))
                .toList();
        ValidatingScript script = new ValidatingScript(mix, requests, new PublishedEditions(editedEvents));
        Measurement full = run(bare, script, seconds, 0);
        return new Pair(full, run(bare, script, seconds, full.perSecond() / 2));
    }

    /**
     * Warms a service up as if it had been running for a while. The code that publishes is compiled after some two
     * thousand
     * publications; until then the compiler takes more processor time than they do. So there are publications one after
     * another first, under a low rate of requests.
     */
    void warm(Contestant contestant, int seconds) throws IOException, InterruptedException {
        warm(contestant, MIN_PAUSE_MILLIS, seconds, WARM_UP_RATE);
        warm(contestant, WARM_UP_PAUSE_MILLIS, seconds / 2, 0);
    }

    private void warm(Contestant contestant, int pause, int seconds, double perSecond)
            throws IOException, InterruptedException {
        ContestantState state = state(contestant);
        PeriodicPublisher publisher = new PeriodicPublisher(state.editor, state.editions, pause);
        try (publisher) {
            run(contestant, state.script, seconds, perSecond);
        } finally {
            publisher.errorMessages().forEach(error -> errorMessages.add(contestant.name() + ": " + error));
        }
    }

    /** Measures the full rate and then half of it, each with one publication a second. */
    Pair measure(Contestant contestant, int seconds) throws IOException, InterruptedException {
        ContestantState state = state(contestant);
        // More often in the short form, which tests for wrong responses and not for speed.
        int pause = options.brief() ? 250 : 1000;
        PeriodicPublisher publisher = new PeriodicPublisher(state.editor, state.editions, pause);
        try (publisher) {
            Measurement full = run(contestant, state.script, seconds, 0);
            return new Pair(full, run(contestant, state.script, seconds, full.perSecond() / 2));
        } finally {
            publisher.errorMessages().forEach(error -> errorMessages.add(contestant.name() + ": " + error));
        }
    }

    private ContestantState state(Contestant contestant) throws IOException {
        ContestantState known = states.get(contestant.name());
        if (known != null) {
            return known;
        }
        EditorialClient editor = new EditorialClient(contestant.port());
        for (Event event : editedEvents) {
            editor.awaitEntry(event);
        }
        PublishedEditions editions = new PublishedEditions(editedEvents);
        ContestantState fresh =
                new ContestantState(editor, editions, new ValidatingScript(mix, mix.requests(), editions));
        states.put(contestant.name(), fresh);
        return fresh;
    }

    private Measurement run(Contestant contestant, ValidatingScript script, int seconds, double perSecond)
            throws IOException {
        // Now, and not during the measurement.
        System.gc();
        try (LoadGenerator generator = new LoadGenerator(contestant, options.connections(), script)) {
            Measurement measurement = generator.run(seconds, perSecond);
            generator.errorMessages().forEach(error -> errorMessages.add(contestant.name() + ": " + error));
            return measurement;
        }
    }
}
