package org.putokaz.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Editions and feed position that a response shows.
 *
 * @param position of the feed; -1 where the response does not state it
 * @param editions the number at the end of the title, by slug
 */
record ObservedEditions(long position, Map<String, Long> editions) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern EDITION = Pattern.compile(", (?:издање|izdanje|edition) (\\d+)$");

    /** @throws IOException when it is not JSON, or not in the stated content coding */
    static ObservedEditions parse(byte[] body, boolean gzip) throws IOException {
        byte[] plain = body;
        if (gzip) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                plain = in.readAllBytes();
            }
        }
        JsonNode answer = JSON.readTree(plain);
        Map<String, Long> editions = new HashMap<>();
        if (answer.has("data")) {
            answer.get("data").forEach(entry -> addEntry(entry, editions));
        } else {
            addEntry(answer, editions);
        }
        return new ObservedEditions(answer.path("position").asLong(-1), editions);
    }

    private static void addEntry(JsonNode entry, Map<String, Long> editions) {
        Matcher edition = EDITION.matcher(entry.path("title").asText());
        if (edition.find()) {
            editions.put(entry.get("slug").asText(), Long.valueOf(edition.group(1)));
        }
    }
}
