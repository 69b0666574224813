package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One editor: begins entries, publishes, edits, renames and withdraws them, at random by a seed, and remembers of each what
 * was acknowledged last. When the server is gone in the middle, he looks afterwards what became of it.
 */
final class Editors implements Callable<Map<String, String>> {

    private static final String EVENTS = "/editorial/v1/history-events";
    private static final String GONE = "gone";

    private final Wire wire;
    private final Random random;
    private final int number;
    private final AtomicInteger changes;
    private final int wanted;
    private final Map<String, String> shown = new TreeMap<>();
    private final List<String> ids = new ArrayList<>();
    private int serial;

    /** @param changes counts what all of them have had acknowledged, up to {@code wanted} */
    Editors(String server, int number, long seed, AtomicInteger changes, int wanted) {
        this.wire = new Wire(server);
        this.random = new Random(seed * 31 + number);
        this.number = number;
        this.changes = changes;
        this.wanted = wanted;
    }

    /** By id, the slug and title that the public must see; or that it is gone. */
    @Override
    public Map<String, String> call() throws InterruptedException {
        while (changes.get() < wanted) {
            try {
                act();
            } catch (IOException lost) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        return shown;
    }

    private void act() throws IOException {
        if (ids.size() < 5 || random.nextInt(10) == 0) {
            begin();
            return;
        }
        String id = ids.get(random.nextInt(ids.size()));
        Wire.Answer entry = find(id);
        boolean live = "published".equals(publicSees(entry));
        int what = random.nextInt(10);
        if (live && what < 2) {
            transition(entry, id, "withdraw", "{\"reason\":\"withdrawn\"}");
        } else if (what < 5) {
            save(entry, id, "slug-" + number + "-" + serial++);
        } else {
            save(entry, id, entry.body().get("slug").asText());
        }
    }

    private void begin() throws IOException {
        String slug = "dogadjaj-" + number + "-" + serial++;
        Wire.Answer made = wire.ask(
                "POST", EVENTS, content(slug), "Content-Type", "application/json", "Idempotency-Key", "k-" + slug);
        if (made.status() != 201) {
            // A slug that was taken just before the line broke.
            return;
        }
        String id = made.body().get("id").asText();
        ids.add(id);
        transition(made, id, "publish", null);
    }

    private String content(String slug) {
        return "{\"slug\":\"" + slug + "\",\"content\":{\"date\":\"20" + (10 + random.nextInt(10))
                + "\",\"title\":{\"sr-Cyrl\":\"Догађај " + serial++ + "\"},\"category\":\"milestone\"}}";
    }

    private void save(Wire.Answer entry, String id, String slug) throws IOException {
        Wire.Answer saved = wire.ask(
                "PUT",
                EVENTS + "/" + id,
                content(slug),
                "Content-Type",
                "application/json",
                "If-Match",
                String.valueOf(entry.tag()));
        assertThat(saved.status()).as(saved.body().toString()).isEqualTo(200);
        transition(saved, id, "publish", random.nextBoolean() ? "{\"importance\":\"minor\"}" : null);
    }

    private void transition(Wire.Answer entry, String id, String what, @Nullable String body) throws IOException {
        // Until it is known what became of it, whatever the server says is right.
        shown.remove(id);
        Wire.Answer done = wire.ask(
                "POST",
                EVENTS + "/" + id + "/" + what,
                body == null ? "{}" : body,
                "Content-Type",
                "application/json",
                "If-Match",
                String.valueOf(entry.tag()));
        assertThat(done.status()).as(what + " " + done.body()).isEqualTo(200);
        changes.incrementAndGet();
        shown.put(id, what.equals("withdraw") ? GONE : state(done));
    }

    private static String state(Wire.Answer entry) {
        return entry.body().get("slug").asText() + " "
                + entry.body().at("/content/title/sr-Cyrl").asText();
    }

    private Wire.Answer find(String id) throws IOException {
        Wire.Answer entry = wire.ask("GET", EVENTS + "/" + id, null);
        assertThat(entry.status()).isEqualTo(200);
        return entry;
    }

    private static String publicSees(Wire.Answer entry) {
        return entry.body().get("publicSees").asText();
    }
}
