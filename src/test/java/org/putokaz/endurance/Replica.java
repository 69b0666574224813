package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** Replica of the published entries, to which the changes of the feed are applied. Thread-safe. */
final class Replica {

    private final Map<String, JsonNode> entries = new TreeMap<>();
    private long position;

    /** Applies the next change; the positions of changes must increase. */
    synchronized void apply(JsonNode change) {
        long changePosition = change.get("position").asLong();
        assertThat(changePosition).as("position after " + position).isGreaterThan(position);
        position = changePosition;
        if (change.get("op").asText().equals("remove")) {
            entries.remove(change.get("id").asText());
        } else {
            entries.put(change.get("id").asText(), change);
        }
    }

    /** Applies a change unless its position was reached already; returns whether it was applied. */
    synchronized boolean applyIfNew(JsonNode change) {
        boolean isNew = change.get("position").asLong() > position;
        if (isNew) {
            apply(change);
        }
        return isNew;
    }

    synchronized long position() {
        return position;
    }

    /** Position, family, slug, time of publication and content of each entry, by id. */
    synchronized Map<String, String> state() {
        Map<String, String> state = new TreeMap<>();
        entries.forEach((id, change) -> state.put(
                id,
                String.join(
                        " ",
                        change.get("position").asText(),
                        change.get("family").asText(),
                        change.get("slug").asText(),
                        change.get("publishedAt").asText(),
                        change.get("content").toString())));
        return state;
    }
}
