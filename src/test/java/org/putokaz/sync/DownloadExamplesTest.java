package org.putokaz.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;

/** The examples of snapshot and bundle in the OpenAPI document are taken from the Center's content. */
@HttpTest
class DownloadExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Path DIRECTORY =
            Path.of(System.getProperty("putokaz.basedir", "."), "src", "main", "resources", "META-INF", "examples");
    private static final String FIXED_INSTANT = "2026-11-24T00:00:00Z";
    private static final String FIXED_TOKEN = "AQGiCpDxZHhPiZeJkc80lD8AAAAAAAAADgAAAZrJ7lgAs5Xk0eXy";

    private static void assertExample(String name, JsonNode answer) throws IOException {
        replaceVolatile(answer);
        Path file = DIRECTORY.resolve(name + ".json");
        String text = JSON.writeValueAsString(answer) + "\n";
        if (Boolean.getBoolean("putokaz.refresh")) {
            Files.writeString(file, text);
        }
        assertThat(text).as(name).isEqualTo(Files.readString(file));
    }

    /** Replaces the values that differ from store to store. */
    private static void replaceVolatile(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String field : Set.of("publishedAt", "changedAt")) {
                if (object.has(field)) {
                    object.put(field, FIXED_INSTANT);
                }
            }
            if (object.has("position")) {
                object.put("position", 14);
            }
            if (object.has("next")) {
                object.put("next", FIXED_TOKEN);
            }
        }
        node.forEach(DownloadExamplesTest::replaceVolatile);
    }

    @Test
    void aLineOfASnapshotIsShown() throws IOException {
        assertExample("SnapshotLine", ParsedSnapshot.download("").entries().get(Center.PHONE));
    }

    @Test
    void aBundleIsShownWithOneOfEach() throws IOException {
        JsonNode bundle =
                ParsedSnapshot.parseJson(given().get("/api/v1/bundle?lang=en").asString());
        for (JsonNode member : bundle) {
            if (member instanceof ArrayNode list) {
                while (list.size() > 1) {
                    list.remove(1);
                }
            }
        }
        assertExample("getBundle", bundle);
    }
}
