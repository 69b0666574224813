package org.putokaz.sync;

import static org.putokaz.fixture.Requests.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Client that reads the change feed from the start to the end, page by page. */
public final class FeedReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> changes = new ArrayList<>();
    private String next;

    private FeedReader() {}

    /** @param query such as {@code &family=help-guides} */
    public static FeedReader readToEnd(String query) {
        FeedReader feed = new FeedReader();
        boolean more = true;
        while (more) {
            String since = feed.next == null ? "" : "&since=" + feed.next;
            JsonNode page = parse(
                    given().get("/api/v1/changes?limit=1000" + query + since).asString());
            page.get("changes").forEach(feed.changes::add);
            feed.next = page.get("next").asText();
            more = page.get("more").asBoolean();
        }
        return feed;
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** The token at the end of the feed. */
    public static String endToken(String query) {
        return readToEnd(query).next;
    }

    public List<JsonNode> changes() {
        return changes;
    }

    public JsonNode changeOf(String id) {
        return changes.stream()
                .filter(change -> change.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public List<Long> positions() {
        return changes.stream().map(change -> change.get("position").asLong()).toList();
    }
}
