package org.putokaz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.putokaz.common.Sha256;
import org.putokaz.http.RawHttp;

/** Snapshot as a client parses it, checking the trailer, the counts and the order of the lines. */
public record ParsedSnapshot(JsonNode header, Map<String, JsonNode> entries) {

    static final ObjectMapper JSON = new ObjectMapper();

    public static ParsedSnapshot download(String query) {
        RawHttp.Response response = RawHttp.get("/api/v1/snapshot" + query);
        assertThat(response.status()).as(response.text()).isEqualTo(200);
        return parse(response.body());
    }

    public static ParsedSnapshot parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text).endsWith("\n");
        List<JsonNode> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.add(parseJson(line)));
        JsonNode header = lines.remove(0).get("snapshot");
        JsonNode trailer = lines.remove(lines.size() - 1).get("trailer");
        int last = text.lastIndexOf('\n', text.length() - 2) + 1;
        assertThat(trailer.get("sha256").asText())
                .isEqualTo(Sha256.hex(text.substring(0, last).getBytes(StandardCharsets.UTF_8)));
        assertThat(List.of(trailer.get("count").asInt(), header.get("count").asInt()))
                .containsOnly(lines.size());
        Map<String, JsonNode> entries = new TreeMap<>();
        long position = 0;
        for (JsonNode line : lines) {
            assertThat(line.get("position").asLong()).isGreaterThan(position);
            position = line.get("position").asLong();
            entries.put(line.get("id").asText(), line);
        }
        assertThat(entries).hasSameSizeAs(lines);
        assertThat(header.get("position").asLong()).isGreaterThanOrEqualTo(position);
        return new ParsedSnapshot(header, entries);
    }

    public static JsonNode parseJson(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    public long position() {
        return header.get("position").asLong();
    }

    public String next() {
        return header.get("next").asText();
    }

    /** The value of Repr-Digest for these bytes. */
    public static String reprDigest(byte[] bytes) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(Sha256.digest(bytes)) + ":";
    }
}
