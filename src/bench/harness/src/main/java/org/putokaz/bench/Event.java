package org.putokaz.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One made-up event, which can be published again and again with another number in its title.
 *
 * @param id UUIDv7
 */
record Event(String id, String slug, String date, String unit, Words words) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is said about it. */
    record Words(String title, String englishTitle, String body, String englishBody) {}

    /**
     * As packs and the editorial API take it.
     *
     * @param edition ends the title in all languages, which is how a reader's answer tells how old it is
     */
    ObjectNode content(long edition) {
        ObjectNode content = JSON.createObjectNode();
        content.put("date", date);
        content.putObject("title")
                .put("sr-Cyrl", words.title + ", издање " + edition)
                .put("en", words.englishTitle + ", edition " + edition);
        content.putObject("body").put("sr-Cyrl", words.body).put("en", words.englishBody);
        content.put("category", "milestone");
        content.putArray("units").add(unit);
        content.put("sortOrder", 1);
        return content;
    }

    /** A file of a content pack: JSON, which is YAML. */
    String file() {
        ObjectNode entry = JSON.createObjectNode().put("id", id).put("slug", slug);
        entry.set("content", content(0));
        return entry.toPrettyString();
    }
}
