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
 * What an answer shows of what was published meanwhile.
 *
 * @param position of the feed, where the answer says it; -1 where not
 * @param editions by slug, the number at the end of the title
 */
record Shown(long position, Map<String, Long> editions) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern EDITION = Pattern.compile(", (?:издање|izdanje|edition) (\\d+)$");

    /** @throws IOException when it is not JSON, or not in the coding that it says */
    static Shown in(byte[] body, boolean gzip) throws IOException {
        byte[] plain = body;
        if (gzip) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                plain = in.readAllBytes();
            }
        }
        JsonNode answer = JSON.readTree(plain);
        Map<String, Long> editions = new HashMap<>();
        if (answer.has("data")) {
            answer.get("data").forEach(entry -> note(entry, editions));
        } else {
            note(answer, editions);
        }
        return new Shown(answer.path("position").asLong(-1), editions);
    }

    private static void note(JsonNode entry, Map<String, Long> editions) {
        Matcher edition = EDITION.matcher(entry.path("title").asText());
        if (edition.find()) {
            editions.put(entry.get("slug").asText(), Long.valueOf(edition.group(1)));
        }
    }
}
