package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** A partner's copy: what each change says, in place of what was said before. */
final class Copy {

    private final Map<String, JsonNode> entries = new TreeMap<>();
    private long position;

    /** Changes come in the order of their positions, none twice. */
    synchronized void apply(JsonNode change) {
        long at = change.get("position").asLong();
        assertThat(at).as("position after " + position).isGreaterThan(position);
        position = at;
        replace(change);
    }

    /** For a receiver to whom a change may come twice, and who knows the old one by its position; says if it was new. */
    synchronized boolean applyIfNew(JsonNode change) {
        boolean isNew = change.get("position").asLong() > position;
        if (isNew) {
            apply(change);
        }
        return isNew;
    }

    private void replace(JsonNode change) {
        if (change.get("op").asText().equals("remove")) {
            entries.remove(change.get("id").asText());
        } else {
            entries.put(change.get("id").asText(), change);
        }
    }

    synchronized long position() {
        return position;
    }

    /** By id, everything that does not depend on when somebody asked. */
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
