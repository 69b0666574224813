package org.putokaz.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.Contract;

/** Public operations and query parameters of the committed OpenAPI document, so that tests cover new ones too. */
final class ContractOperations {

    private static final Map<String, String> SLUGS = Map.of(
            "/api/v1/organisational-units/", Center.CENTER_SLUG,
            "/api/v1/history-events/", "osnivanje-centra-za-zastitu-zrtava-trgovine-ljudima",
            "/api/v1/contact-channels/", Center.PHONE_SLUG,
            "/api/v1/help-guides/", Center.GUIDE_SLUG);

    private ContractOperations() {}

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

    /** Without the service of a unit, as the Center's units have none; UnitServicesTest asks for one. */
    private static boolean isPublic(String path) {
        return path.startsWith("/api/") && !path.contains("{service}");
    }

    static Stream<Parameter> named(String name) {
        return parameters().filter(parameter -> parameter.name().equals(name));
    }

    static Stream<Parameter> ofFormat(String format) {
        return parameters().filter(parameter -> parameter.hasSchemaValue("format", format));
    }

    private static String path(String template) {
        String path = template.replace("{step}", "sta-raditi").replace("{code}", "gone");
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
