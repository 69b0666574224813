package org.putokaz.editorial.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.putokaz.editorial.form.ContentSchemaFiles;

/**
 * Converter of the JSON Schemas of content packs into the schemas of drafts in the OpenAPI document. A draft may be
 * incomplete, so required fields, patterns, formats and bounds are left out.
 */
final class DraftSchemas {

    private static final String COMMON = ContentSchemaFiles.COMMON;
    private static final String COMPONENTS = "#/components/schemas/";

    private final Components components;

    DraftSchemas(Components components) {
        this.components = components;
    }

    /**
     * Adds the schema {@code <Prefix>Content} of a family and all that it refers to, but nothing else that a pack may
     * hold.
     *
     * @param file the name of the family's schema file, without its ending
     * @param prefix of the schemas of this family; shared ones begin with {@code Draft}
     */
    void addContent(String file, String prefix) {
        JsonNode familyDefinitions = ContentSchemaFiles.read(file).path("$defs");
        JsonNode commonDefinitions = ContentSchemaFiles.read(COMMON).path("$defs");
        Deque<String> pending = new ArrayDeque<>(List.of("#/$defs/content"));
        Set<String> added = new HashSet<>();
        while (!pending.isEmpty()) {
            String ref = pending.remove();
            if (added.add(ref)) {
                boolean common = ref.startsWith(COMMON);
                String definition = definitionName(ref);
                JsonNode node = (common ? commonDefinitions : familyDefinitions).path(definition);
                String ownPrefix = common ? "" : prefix;
                addSchema(schemaName(ownPrefix, definition), node, ownPrefix);
                node.findValuesAsText("$ref")
                        .forEach(inner -> pending.add(common && inner.startsWith("#") ? COMMON + inner : inner));
            }
        }
    }

    /** The objects inside a list become named schemas too, as generated clients show their names. */
    private void addSchema(String name, JsonNode node, String prefix) {
        Schema schema = convert(node, prefix);
        node.path("properties").properties().forEach(property -> {
            JsonNode items = property.getValue().path("items");
            if (items.has("properties")) {
                String itemName = name + capitalise(property.getKey()) + "Item";
                addSchema(itemName, items, prefix);
                Objects.requireNonNull(schema.getProperties().get(property.getKey()))
                        .setItems(OASFactory.createSchema().ref(COMPONENTS + itemName));
            }
        });
        components.addSchema(name, schema);
    }

    private static String definitionName(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }

    private static String schemaName(String prefix, String definition) {
        String capitalised = capitalise(definition);
        if (prefix.isEmpty()) {
            return "Draft" + capitalised;
        }
        // The shorter names are those of the public views.
        return definition.equals("content") ? prefix + capitalised : prefix + capitalised + "Content";
    }

    private static String capitalise(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static Schema convert(JsonNode node, String prefix) {
        Schema schema = OASFactory.createSchema();
        copyText(node, "description", schema::setDescription);
        if (node.has("$ref")) {
            return schema.ref(COMPONENTS + target(node.get("$ref").asText(), prefix));
        }
        copyType(node, schema);
        copyEnumeration(node, schema);
        node.path("properties")
                .properties()
                .forEach(property -> schema.addProperty(property.getKey(), convert(property.getValue(), prefix)));
        if (node.has("items")) {
            schema.setItems(convert(node.get("items"), prefix));
        }
        copyAdditionalProperties(node, schema, prefix);
        return schema;
    }

    private static String target(String ref, String prefix) {
        return schemaName(ref.startsWith(COMMON) ? "" : prefix, definitionName(ref));
    }

    private static void copyType(JsonNode node, Schema schema) {
        if (node.path("type").isTextual()) {
            schema.addType(Schema.SchemaType.valueOf(node.get("type").asText().toUpperCase(Locale.ROOT)));
        } else if (node.has("properties")) {
            schema.addType(Schema.SchemaType.OBJECT);
        } else if (node.has("enum")) {
            schema.addType(Schema.SchemaType.STRING);
        }
    }

    private static void copyEnumeration(JsonNode node, Schema schema) {
        if (node.has("enum")) {
            List<Object> values = new ArrayList<>();
            node.get("enum").forEach(value -> values.add(value.asText()));
            schema.setEnumeration(values);
        }
    }

    /** {@code patternProperties}, used for language tags, become {@code additionalProperties} of any name. */
    private static void copyAdditionalProperties(JsonNode node, Schema schema, String prefix) {
        JsonNode additional = node.get("additionalProperties");
        if (node.has("patternProperties")) {
            schema.setAdditionalPropertiesSchema(
                    convert(node.get("patternProperties").elements().next(), prefix));
        } else if (additional != null && additional.isBoolean()) {
            schema.setAdditionalPropertiesBoolean(additional.booleanValue());
        } else if (additional != null) {
            schema.setAdditionalPropertiesSchema(convert(additional, prefix));
        }
    }

    private static void copyText(JsonNode node, String name, Consumer<String> setter) {
        if (node.has(name)) {
            setter.accept(node.get(name).asText());
        }
    }
}
