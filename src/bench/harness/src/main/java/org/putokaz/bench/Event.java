package org.putokaz.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Made-up event that can be published repeatedly, each time with another edition number in its title.
 *
 * @param id UUIDv7
 */
record Event(String id, String slug, String date, String unit, EventTexts texts) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Its texts in two languages; Latin is derived. */
    record EventTexts(String title, String englishTitle, String body, String englishBody) {}

    /**
     * The content as packs and the editorial API accept it.
     *
     * @param edition number at the end of the title in all languages, by which a response shows its age
     */
    ObjectNode content(long edition) {
        ObjectNode content = JSON.createObjectNode();
        content.put("date", date);
        content.putObject("title")
                .put("sr-Cyrl", texts.title + ", издање " + edition)
                .put("en", texts.englishTitle + ", edition " + edition);
        content.putObject("body").put("sr-Cyrl", texts.body).put("en", texts.englishBody);
        content.put("category", "milestone");
        content.putArray("units").add(unit);
        content.put("sortOrder", 1);
        return content;
    }

    /** The file for a content pack: JSON, which is valid YAML. */
    String file() {
        ObjectNode entry = JSON.createObjectNode().put("id", id).put("slug", slug);
        entry.set("content", content(0));
        return entry.toPrettyString();
    }
}
