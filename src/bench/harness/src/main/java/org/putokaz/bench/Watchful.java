package org.putokaz.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<Integer, Map<Long, Shown>> seen = new HashMap<>();
    private final Map<Integer, Map<String, Long>> tagged = new HashMap<>();
    private long asked;

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
        Map<Long, Shown> shown = seen.computeIfAbsent(number, first -> new HashMap<>());
        if (!shown.containsKey(sum)) {
            try {
                shown.put(sum, Shown.in(heard.copyOfBody(), isGzip(heard)));
            } catch (IOException unreadable) {
                return "cannot be read: " + unreadable;
            }
        }
        return editions.complaint(shown.get(sum), known);
    }

    private static boolean isGzip(Heard heard) {
        return "gzip".equals(Heard.header(heard.head(), "content-encoding"));
    }
}
