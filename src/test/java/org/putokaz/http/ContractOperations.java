package org.putokaz.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.Contract;
import org.putokaz.fixture.ScratchEntries;

/** Public operations and query parameters of the committed OpenAPI document, so that tests cover new ones too. */
final class ContractOperations {

    private static final Map<String, String> SLUGS = Map.of(
            "/api/v1/organisational-units/", Center.CENTER_SLUG,
            "/api/v1/history-events/", "osnivanje-centra-za-zastitu-zrtava-trgovine-ljudima",
            "/api/v1/contact-channels/", Center.PHONE_SLUG,
            "/api/v1/help-guides/", Center.GUIDE_SLUG);

    /** A unit with one service, as those of the Center have none. */
    private static final UUID UNIT = UUID.fromString("01a23000-5ea1-7c46-91a3-f509a4e92aae");

    private static final String UNIT_SLUG = "proba-jedinica-s-uslugom";
    private static final UUID SERVICE = UUID.fromString("01a23000-5ea1-7c46-91a3-f509a4e92aaf");
    private static final String SERVICE_SLUG = "savetovanje";

    private ContractOperations() {}

    /** Publishes what the paths lead to and the Center's content lacks. */
    static void publishMissing(ScratchEntries scratch) {
        String service = ScratchEntries.service(SERVICE, SERVICE_SLUG);
        scratch.publish(ScratchEntries.UNITS, UNIT, UNIT_SLUG, ScratchEntries.unit("'services': [" + service + "]"));
    }

    /** Query parameter of one operation, written as {@code /path?name}. */
    record Parameter(String path, String name, JsonNode schema) {

        List<String> allowedValues() {
            return StreamSupport.stream(schema.path("enum").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }

        boolean hasSchemaValue(String key, String value) {
            return schema.path(key).asText().equals(value);
        }

        @Override
        public String toString() {
            return path + "?" + name;
        }
    }

    /** The path of each operation, with entries of the Center's content in it. */
    static Stream<String> paths() {
        List<String> paths = new ArrayList<>();
        document().get("paths").fieldNames().forEachRemaining(template -> paths.add(path(template)));
        return paths.stream().filter(ContractOperations::isPublic);
    }

    static Stream<Parameter> parameters() {
        List<Parameter> found = new ArrayList<>();
        JsonNode document = document();
        document.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().at("/get/parameters").forEach(raw -> {
                    JsonNode parameter = resolve(document, raw);
                    if (parameter.get("in").asText().equals("query")) {
                        found.add(new Parameter(
                                path(path.getKey()),
                                parameter.get("name").asText(),
                                resolve(document, parameter.get("schema"))));
                    }
                }));
        return found.stream().filter(parameter -> isPublic(parameter.path()));
    }

    private static boolean isPublic(String path) {
        return path.startsWith("/api/");
    }

    static Stream<Parameter> named(String name) {
        return parameters().filter(parameter -> parameter.name().equals(name));
    }

    static Stream<Parameter> ofFormat(String format) {
        return parameters().filter(parameter -> parameter.hasSchemaValue("format", format));
    }

    private static String path(String template) {
        String path = template.replace("{step}", "sta-raditi")
                .replace("{idOrSlug}/services/{service}", UNIT_SLUG + "/services/" + SERVICE_SLUG)
                .replace("{code}", "gone");
        for (Map.Entry<String, String> entry : SLUGS.entrySet()) {
            if (path.startsWith(entry.getKey())) {
                path = path.replace("{idOrSlug}", entry.getValue());
            }
        }
        return path;
    }

    private static JsonNode resolve(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static JsonNode document() {
        try {
            return new ObjectMapper().readTree(Files.readString(Contract.FILE));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
