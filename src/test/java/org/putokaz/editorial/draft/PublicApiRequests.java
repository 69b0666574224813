package org.putokaz.editorial.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.Contract;

/**
 * The GET requests of the public API, as the OpenAPI document describes them: each path with all values of its
 * variables in all languages, and each list with all values of each query parameter.
 */
final class PublicApiRequests {

    private static final List<String> LANGUAGES = List.of("sr-Cyrl", "sr-Latn", "en");
    private static final String STEP_PATH = "/api/v1/help-guides/{idOrSlug}/steps/{step}";
    private static final String SERVICE_PATH = "/api/v1/organisational-units/{idOrSlug}/services/{service}";

    private final JsonNode document = readDocument();
    private final Map<FamilySample, Set<String>> names;
    private final String publicStep;

    /**
     * @param names ids and slugs of entries with drafts
     * @param publicStep id of a step of the published guide
     */
    PublicApiRequests(Map<FamilySample, Set<String>> names, String publicStep) {
        this.names = names;
        this.publicStep = publicStep;
    }

    private static JsonNode readDocument() {
        try {
            return new ObjectMapper().readTree(Files.readString(Contract.FILE));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Requests that are answered with one page. */
    List<String> single() {
        return templates()
                .flatMap(template -> paths(template).stream())
                .flatMap(path -> LANGUAGES.stream().map(language -> path + "?lang=" + language))
                .toList();
    }

    /** Requests for lists, each of which may have further pages. */
    List<String> lists() {
        return templates()
                .filter(template -> !template.contains("{"))
                .flatMap(template -> queries(template).stream().map(query -> template + "?lang=sr-Latn&" + query))
                .toList();
    }

    private Stream<String> templates() {
        List<String> templates = new ArrayList<>();
        document.path("paths").fieldNames().forEachRemaining(templates::add);
        return templates.stream().filter(template -> template.startsWith("/api/"));
    }

    private List<String> paths(String template) {
        if (template.equals(STEP_PATH)) {
            return partPaths(
                    template, "step", FamilySample.GUIDE, List.of(Center.GUIDE, Center.GUIDE_SLUG), publicStep);
        }
        if (template.equals(SERVICE_PATH)) {
            return partPaths(
                    template, "service", FamilySample.UNIT, List.of(Center.CENTER, Center.CENTER_SLUG), Center.SHELTER);
        }
        if (!template.contains("{")) {
            return List.of(template);
        }
        String variable = template.substring(template.indexOf('{') + 1, template.indexOf('}'));
        String rest = template.substring(template.indexOf('}') + 1);
        if (rest.contains("{")) {
            throw new IllegalStateException("Not known how to fill two variables: " + template);
        }
        return values(variable, document.path("none")).stream()
                .map(value -> template.replace("{" + variable + "}", value))
                .toList();
    }

    /**
     * Only one family has such parts: each of its entries with every part, and an entry of another family with one.
     *
     * @param entries published ones of the family
     * @param part id of any
     */
    private List<String> partPaths(
            String template, String variable, FamilySample family, List<String> entries, String part) {
        Set<String> withParts = new LinkedHashSet<>(names.get(family));
        withParts.addAll(entries);
        Set<String> parts = values(variable, document.path("none"));
        List<String> paths = new ArrayList<>();
        for (String entry : values("idOrSlug", document.path("none"))) {
            (withParts.contains(entry) ? parts : Set.of(part))
                    .forEach(one ->
                            paths.add(template.replace("{idOrSlug}", entry).replace("{" + variable + "}", one)));
        }
        return paths;
    }

    private List<String> queries(String template) {
        List<String> queries = new ArrayList<>();
        for (JsonNode reference : document.path("paths").path(template).at("/get/parameters")) {
            JsonNode parameter = resolve(reference);
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("query") && !name.equals("lang") && !name.equals("cursor")) {
                values(name, resolve(parameter.path("schema"))).forEach(value -> queries.add(name + "=" + value));
            }
        }
        return queries;
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** The enumerated values of a parameter; else values of its kind. */
    private Set<String> values(String name, JsonNode schema) {
        Set<String> values = new LinkedHashSet<>();
        JsonNode enumeration = schema.path("items").has("enum") ? schema.at("/items/enum") : schema.path("enum");
        enumeration.forEach(value -> values.add(value.asText()));
        return values.isEmpty() ? freeValues(name, schema) : values;
    }

    private Set<String> freeValues(String name, JsonNode schema) {
        Set<String> values = new LinkedHashSet<>();
        switch (name) {
            case "idOrSlug" -> {
                names.values().forEach(values::addAll);
                values.addAll(List.of(Center.CENTER, Center.PHONE_SLUG, Center.GUIDE_SLUG, Center.GUIDE));
            }
            case "step", "service" -> {
                values.addAll(freeValues("idOrSlug", schema));
                values.add(publicStep);
            }
            case "code" -> values.addAll(List.of("gone", "not-found", "conflict"));
            case "limit" -> values.addAll(List.of("1", "100"));
            case "language" -> values.addAll(List.of("hu", "en"));
            case "fields" -> values.addAll(List.of("id,slug", "name", "title,localisation"));
            case "include", "sort" -> values.addAll(propertyNames());
            default -> values.addAll(valuesOfType(schema));
        }
        return values;
    }

    private Set<String> valuesOfType(JsonNode schema) {
        if (schema.path("format").asText().equals("uuid")) {
            Set<String> ids = new LinkedHashSet<>(Set.of(Center.CENTER));
            names.values().forEach(ids::addAll);
            return ids;
        }
        return schema.path("type").asText().equals("boolean")
                ? Set.of("true", "false")
                : Set.of("2010-01-01", "2033-02-03", "x");
    }

    /** The name of every property of every schema: most are refused, and none may disclose anything. */
    private Set<String> propertyNames() {
        Set<String> words = new TreeSet<>(List.of("id", "slug", "name", "-name", "publishedAt", "-publishedAt"));
        document.at("/components/schemas")
                .forEach(schema -> schema.path("properties").fieldNames().forEachRemaining(words::add));
        return words;
    }
}
