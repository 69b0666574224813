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
 * A mixed public that looks at every answer: the right status and coding, bytes that are read as JSON once and known by their
 * sum afterwards, one entity tag for the same bytes and the same bytes for one entity tag, and nothing older than what was
 * acknowledged before the question was sent.
 */
final class Watchful implements Script {

    private final Reading reading;
    private final List<byte[]> bytes;
    private final List<Request> requests;
    private final Editions editions;
    private final Map<Integer, Map<Long, Future<Shown>>> seen = new HashMap<>();
    private final Map<Integer, Map<String, Long>> tagged = new HashMap<>();
    private final Deque<Unread> unread = new ArrayDeque<>();
    // What is new is read beside the measuring, or its pause would be taken for one of the service.
    private final ExecutorService reader = Executors.newSingleThreadExecutor(Watchful::thread);
    private long asked;

    /** @param begun the last edition that could be seen when it was heard */
    private record Unread(int number, long known, long begun, Future<Shown> shown) {}

    Watchful(Reading reading, List<Request> requests, Editions editions) {
        this.reading = reading;
        this.requests = requests;
        this.editions = editions;
        this.bytes = requests.stream().map(Request::bytes).toList();
    }

    @Override
    public Asked next() {
        int question = reading.question(asked++);
        return new Asked(bytes.get(question), question, editions.acknowledged());
    }

    @Override
    public @Nullable String complaint(Asked question, Heard heard) {
        int number = (Integer) question.subject();
        String wrong = complaint(number, question.known(), heard);
        return wrong == null ? null : requests.get(number).target() + " " + wrong;
    }

    private @Nullable String complaint(int number, long known, Heard heard) {
        if (heard.status() != 200) {
            return "answered " + heard.status();
        }
        long sum = heard.checksum();
        String tag = Heard.header(heard.head(), "etag");
        if (tag == null) {
            return "has no entity tag";
        }
        Long before = tagged.computeIfAbsent(number, first -> new HashMap<>()).putIfAbsent(tag, sum);
        if (before != null && before != sum) {
            return "has one tag for different bytes: " + tag;
        }
        Future<Shown> shown = seen.computeIfAbsent(number, first -> new HashMap<>())
                .computeIfAbsent(sum, first -> {
                    byte[] body = heard.copyOfBody();
                    boolean gzip = isGzip(heard);
                    return reader.submit(() -> Shown.in(body, gzip));
                });
        Unread now = new Unread(number, known, editions.begun(), shown);
        if (!shown.isDone()) {
            unread.add(now);
            return null;
        }
        return complaint(now);
    }

    private @Nullable String complaint(Unread answer) {
        try {
            return editions.complaint(answer.shown.get(), answer.known, answer.begun);
        } catch (ExecutionException unreadable) {
            return "cannot be read: " + unreadable.getCause();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "was not read: " + interrupted;
        }
    }

    @Override
    public @Nullable String late() {
        String wrong = null;
        while (wrong == null && !unread.isEmpty()) {
            Unread next = unread.remove();
            String complaint = complaint(next);
            wrong = complaint == null ? null : requests.get(next.number).target() + " " + complaint;
        }
        return wrong;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "reader");
        thread.setDaemon(true);
        return thread;
    }

    private static boolean isGzip(Heard heard) {
        return "gzip".equals(Heard.header(heard.head(), "content-encoding"));
    }
}
