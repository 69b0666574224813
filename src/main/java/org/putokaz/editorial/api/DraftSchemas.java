package org.putokaz.editorial.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Reads the JSON Schemas of content packs into the OpenAPI document. What a pack must have a draft may lack, so what is
 * required, what has a pattern and what has bounds is left out: the gate says that, one draft at a time.
 */
final class DraftSchemas {

    private static final String FOLDER = "content-pack/schema/";
    private static final String COMMON = "common";
    private static final String REFS = "#/components/schemas/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Components components;

    DraftSchemas(Components components) {
        this.components = components;
    }

    /** Adds {@code <One>Content} and whatever it is made of, and nothing else that a pack may hold. */
    void add(String file, String one) {
        JsonNode own = read(file).path("$defs");
        JsonNode common = read(COMMON).path("$defs");
        Deque<String> left = new ArrayDeque<>(List.of("#/$defs/content"));
        Set<String> seen = new HashSet<>();
        while (!left.isEmpty()) {
            String ref = left.remove();
            if (seen.add(ref)) {
                boolean shared = ref.startsWith(COMMON);
                String definition = ref.substring(ref.lastIndexOf('/') + 1);
                JsonNode node = (shared ? common : own).path(definition);
                add(name(shared ? "" : one, definition), node, shared ? "" : one);
                node.findValuesAsText("$ref")
                        .forEach(inner -> left.add(shared && inner.startsWith("#") ? COMMON + inner : inner));
            }
        }
    }

    /** What stands inside a list gets a name of its own, which generated clients show. */
    private void add(String name, JsonNode node, String one) {
        Schema schema = schema(node, one);
        node.path("properties").properties().forEach(property -> {
            JsonNode items = property.getValue().path("items");
            if (items.has("properties")) {
                String item = name + capital(property.getKey()) + "Item";
                add(item, items, one);
                Objects.requireNonNull(schema.getProperties().get(property.getKey()))
                        .setItems(OASFactory.createSchema().ref(REFS + item));
            }
        });
        components.addSchema(name, schema);
    }

    private static String name(String one, String definition) {
        String capital = capital(definition);
        if (one.isEmpty()) {
            return "Draft" + capital;
        }
        // Beside the schemas of what the public reads, which have the shorter names.
        return definition.equals("content") ? one + capital : one + capital + "Content";
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static JsonNode read(String file) {
        try (InputStream in = DraftSchemas.class.getClassLoader().getResourceAsStream(FOLDER + file + ".schema.json")) {
            return JSON.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Schema schema(JsonNode node, String one) {
        Schema schema = OASFactory.createSchema();
        if (node.has("$ref")) {
            text(node, "description", schema::setDescription);
            return schema.ref(REFS + target(node.get("$ref").asText(), one));
        }
        text(node, "description", schema::setDescription);
        text(node, "format", schema::setFormat);
        type(node, schema);
        if (node.has("enum")) {
            List<Object> values = new ArrayList<>();
            node.get("enum").forEach(value -> values.add(value.asText()));
            schema.setEnumeration(values);
        }
        node.path("properties")
                .properties()
                .forEach(property -> schema.addProperty(property.getKey(), schema(property.getValue(), one)));
        if (node.has("items")) {
            schema.setItems(schema(node.get("items"), one));
        }
        additional(node, schema, one);
        return schema;
    }

    private static String target(String ref, String one) {
        String definition = ref.substring(ref.lastIndexOf('/') + 1);
        return ref.startsWith(COMMON) ? name("", definition) : name(one, definition);
    }

    private static void type(JsonNode node, Schema schema) {
        if (node.path("type").isTextual()) {
            schema.addType(Schema.SchemaType.valueOf(node.get("type").asText().toUpperCase(java.util.Locale.ROOT)));
        } else if (node.has("properties")) {
            schema.addType(Schema.SchemaType.OBJECT);
        } else if (node.has("enum")) {
            schema.addType(Schema.SchemaType.STRING);
        }
    }

    /** Names by pattern, of languages, become names at will. */
    private static void additional(JsonNode node, Schema schema, String one) {
        JsonNode additional = node.get("additionalProperties");
        if (node.has("patternProperties")) {
            schema.setAdditionalPropertiesSchema(
                    schema(node.get("patternProperties").elements().next(), one));
        } else if (additional != null && additional.isBoolean()) {
            schema.setAdditionalPropertiesBoolean(additional.booleanValue());
        } else if (additional != null) {
            schema.setAdditionalPropertiesSchema(schema(additional, one));
        }
    }

    private static void text(JsonNode node, String name, java.util.function.Consumer<String> setter) {
        if (node.has(name)) {
            setter.accept(node.get(name).asText());
        }
    }
}
