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
import org.putokaz.endurance.ApiClient.ApiResponse;

/**
 * Editor that creates, publishes, edits, renames and withdraws entries at random, by a seed, and records the last
 * acknowledged state of each. After a failed request it reads the entry again before the next change.
 */
final class RandomEditor implements Callable<Map<String, String>> {

    /** State of a withdrawn entry. */
    static final String WITHDRAWN = "withdrawn";

    private final ApiClient client;
    private final Random random;
    private final int number;
    private final AtomicInteger changes;
    private final int limit;
    private final Map<String, String> acknowledged = new TreeMap<>();
    private final List<String> ids = new ArrayList<>();
    private int serial;

    /** @param changes acknowledged changes of all editors together; they stop at {@code limit} */
    RandomEditor(String serverUrl, int number, long seed, AtomicInteger changes, int limit) {
        this.client = new ApiClient(serverUrl);
        this.random = new Random(seed * 31 + number);
        this.number = number;
        this.changes = changes;
        this.limit = limit;
    }

    /** The public slug and title of each entry by id, or {@link #WITHDRAWN}. */
    @Override
    public Map<String, String> call() throws InterruptedException {
        while (changes.get() < limit) {
            try {
                changeAtRandom();
            } catch (IOException failed) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        return acknowledged;
    }

    private void changeAtRandom() throws IOException {
        if (ids.size() < 5 || random.nextInt(10) == 0) {
            createAndPublish();
            return;
        }
        String id = ids.get(random.nextInt(ids.size()));
        ApiResponse entry = find(id);
        boolean published = "published".equals(entry.body().get("publicSees").asText());
        int choice = random.nextInt(10);
        if (published && choice < 2) {
            String reason = random.nextBoolean() ? "withdrawn" : "safety";
            transition(entry, id, "withdraw", "{\"reason\":\"" + reason + "\"}");
        } else if (choice < 5) {
            saveAndPublish(entry, id, "slug-" + number + "-" + serial++);
        } else {
            saveAndPublish(entry, id, entry.body().get("slug").asText());
        }
    }

    private void createAndPublish() throws IOException {
        String slug = "dogadjaj-" + number + "-" + serial++;
        ApiResponse created = client.sendJson("POST", ApiClient.EVENTS, content(slug), "Idempotency-Key", "k-" + slug);
        if (created.status() != 201) {
            // The slug was taken by a request whose response was lost.
            return;
        }
        String id = created.body().get("id").asText();
        ids.add(id);
        transition(created, id, "publish", "{}");
    }

    private String content(String slug) {
        return "{\"slug\":\"" + slug + "\",\"content\":{\"date\":\"20" + (10 + random.nextInt(10))
                + "\",\"title\":{\"sr-Cyrl\":\"Догађај " + serial++ + "\"},\"category\":\"milestone\"}}";
    }

    private void saveAndPublish(ApiResponse entry, String id, String slug) throws IOException {
        ApiResponse saved = client.sendJson("PUT", ApiClient.EVENTS + "/" + id, content(slug), "If-Match", tag(entry));
        assertThat(saved.status()).as(saved.body().toString()).isEqualTo(200);
        transition(saved, id, "publish", random.nextBoolean() ? "{\"importance\":\"minor\"}" : "{}");
    }

    private void transition(ApiResponse entry, String id, String transition, String body) throws IOException {
        // Unless the response is read, both the old and the new state are correct.
        acknowledged.remove(id);
        ApiResponse response =
                client.sendJson("POST", ApiClient.EVENTS + "/" + id + "/" + transition, body, "If-Match", tag(entry));
        assertThat(response.status()).as(transition + " " + response.body()).isEqualTo(200);
        changes.incrementAndGet();
        acknowledged.put(id, transition.equals("withdraw") ? WITHDRAWN : slugAndTitle(response));
    }

    private static String tag(ApiResponse entry) {
        return String.valueOf(entry.entityTag());
    }

    private static String slugAndTitle(ApiResponse entry) {
        return entry.body().get("slug").asText() + " "
                + entry.body().at("/content/title/sr-Cyrl").asText();
    }

    private ApiResponse find(String id) throws IOException {
        ApiResponse entry = client.get(ApiClient.EVENTS + "/" + id);
        assertThat(entry.status()).isEqualTo(200);
        return entry;
    }
}
