package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** Replica of the published entries, to which the changes of the feed are applied. Thread-safe. */
final class Replica {

    private final Map<String, JsonNode> entries = new TreeMap<>();
    /** The position of the last change of each entry, of removed ones too. */
    private final Map<String, Long> positions = new TreeMap<>();

    private long position;

    /** Applies the next change; the positions of changes must increase. */
    synchronized void apply(JsonNode change) {
        long changePosition = change.get("position").asLong();
        assertThat(changePosition).as("position after " + position).isGreaterThan(position);
        position = changePosition;
        positions.put(change.get("id").asText(), changePosition);
        put(change.get("id").asText(), change);
    }

    private void put(String id, JsonNode change) {
        if (change.get("op").asText().equals("remove")) {
            entries.remove(id);
        } else {
            entries.put(id, change);
        }
    }

    /**
     * Applies a change unless a later one, or the same, of its entry was applied.
     *
     * @return false when a later one was applied: this one was outdated when it arrived
     */
    synchronized boolean applyIfNew(JsonNode change) {
        String id = change.get("id").asText();
        long changePosition = change.get("position").asLong();
        long known = positions.getOrDefault(id, 0L);
        if (changePosition > known) {
            positions.put(id, changePosition);
            put(id, change);
        }
        return changePosition >= known;
    }

    /** Records that all changes up to a position were received. */
    synchronized void reach(long reached) {
        position = Math.max(position, reached);
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
