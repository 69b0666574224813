package org.putokaz.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Mixed requests whose every response is checked: status and content coding, valid JSON (parsed once for each
 * checksum), the
 * same bytes for the same entity tag, and nothing older than what was acknowledged before the request was sent.
 */
final class ValidatingScript implements ClientScript {

    private final MixedRequests mix;
    private final List<byte[]> bytes;
    private final List<Request> requests;
    private final PublishedEditions editions;
    private final Map<Integer, Map<Long, Future<ObservedEditions>>> parsedByChecksum = new HashMap<>();
    private final Map<Integer, Map<String, Long>> checksumsByTag = new HashMap<>();
    private final Deque<UnparsedResponse> unparsed = new ArrayDeque<>();
    // New bodies are parsed on a thread of their own, or the pause would be taken for one of the service.
    private final ExecutorService reader = Executors.newSingleThreadExecutor(ValidatingScript::thread);
    private long sentCount;

    /** @param begun the last edition begun when the response arrived */
    private record UnparsedResponse(int number, long acknowledged, long begun, Future<ObservedEditions> observed) {}

    ValidatingScript(MixedRequests mix, List<Request> requests, PublishedEditions editions) {
        this.mix = mix;
        this.requests = requests;
        this.editions = editions;
        this.bytes = requests.stream().map(Request::bytes).toList();
    }

    @Override
    public PlannedRequest next() {
        int request = mix.indexOf(sentCount++);
        return new PlannedRequest(bytes.get(request), request, editions.lastAcknowledged());
    }

    @Override
    public @Nullable String error(PlannedRequest request, ReceivedResponse response) {
        int number = (Integer) request.subject();
        String wrong = error(number, request.acknowledgedEdition(), response);
        return wrong == null ? null : requests.get(number).target() + " " + wrong;
    }

    private @Nullable String error(int number, long acknowledged, ReceivedResponse response) {
        if (response.status() != 200) {
            return "answered " + response.status();
        }
        long sum = response.checksum();
        String tag = ReceivedResponse.header(response.head(), "etag");
        if (tag == null) {
            return "has no entity tag";
        }
        Long before =
                checksumsByTag.computeIfAbsent(number, first -> new HashMap<>()).putIfAbsent(tag, sum);
        if (before != null && before != sum) {
            return "has one tag for different bytes: " + tag;
        }
        Future<ObservedEditions> observed = parsedByChecksum
                .computeIfAbsent(number, first -> new HashMap<>())
                .computeIfAbsent(sum, first -> {
                    byte[] body = response.copyOfBody();
                    boolean gzip = isGzip(response);
                    return reader.submit(() -> ObservedEditions.parse(body, gzip));
                });
        UnparsedResponse now = new UnparsedResponse(number, acknowledged, editions.lastBegun(), observed);
        if (!observed.isDone()) {
            unparsed.add(now);
            return null;
        }
        return error(now);
    }

    private @Nullable String error(UnparsedResponse response) {
        try {
            return editions.error(response.observed.get(), response.acknowledged, response.begun);
        } catch (ExecutionException unreadable) {
            return "cannot be read: " + unreadable.getCause();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "was not read: " + interrupted;
        }
    }

    @Override
    public @Nullable String deferredError() {
        String wrong = null;
        while (wrong == null && !unparsed.isEmpty()) {
            UnparsedResponse next = unparsed.remove();
            String error = error(next);
            wrong = error == null ? null : requests.get(next.number).target() + " " + error;
        }
        return wrong;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "reader");
        thread.setDaemon(true);
        return thread;
    }

    private static boolean isGzip(ReceivedResponse response) {
        return "gzip".equals(ReceivedResponse.header(response.head(), "content-encoding"));
    }
}
