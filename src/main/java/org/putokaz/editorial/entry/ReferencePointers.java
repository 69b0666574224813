package org.putokaz.editorial.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Functions over the references in the JSON of a content: a reference is a text that is an id and nothing else. */
public final class ReferencePointers {

    private ReferencePointers() {}

    /** The JSON pointers of all references to an entry, in the order of the content. */
    public static List<String> find(JsonNode content, UUID id) {
        List<String> pointers = new ArrayList<>();
        collect(content, "", id.toString(), pointers);
        return pointers;
    }

    private static void collect(JsonNode node, String pointer, String id, List<String> pointers) {
        if (node.isTextual() && node.textValue().equals(id)) {
            pointers.add(pointer);
        }
        node.properties().forEach(member -> collect(member.getValue(), pointer + "/" + member.getKey(), id, pointers));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), pointer + "/" + i, id, pointers);
            }
        }
    }

    /** The content with every reference to an entry leading to another; a list names each entry once. */
    public static JsonNode replace(JsonNode content, UUID id, UUID by) {
        if (content.isTextual()) {
            return content.textValue().equals(id.toString())
                    ? JsonNodeFactory.instance.textNode(by.toString())
                    : content;
        }
        if (content.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            content.properties().forEach(member -> object.set(member.getKey(), replace(member.getValue(), id, by)));
            return object;
        }
        return content.isArray() ? replaceInList(content, id, by) : content;
    }

    /**
     * The content of an entry that is to stand in the place of another one, without its references to that one: lists get
     * shorter, and a single reference leads to where the same one of the other leads.
     *
     * @param other the content of the entry that is replaced
     */
    public static JsonNode adopt(JsonNode content, UUID id, JsonNode other) {
        ObjectNode adopted = (ObjectNode) remove(content, id.toString());
        content.properties().forEach(member -> {
            JsonNode inherited = other.get(member.getKey());
            if (!adopted.has(member.getKey()) && inherited != null) {
                adopted.set(member.getKey(), inherited);
            }
        });
        return adopted;
    }

    private static JsonNode remove(JsonNode node, String id) {
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().stream()
                    .filter(member -> !member.getValue().asText().equals(id))
                    .forEach(member -> object.set(member.getKey(), remove(member.getValue(), id)));
            return object;
        }
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> {
                if (!item.asText().equals(id)) {
                    list.add(remove(item, id));
                }
            });
            return list;
        }
        return node;
    }

    private static ArrayNode replaceInList(JsonNode list, UUID id, UUID by) {
        Set<JsonNode> replacements = new LinkedHashSet<>();
        ArrayNode replaced = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : list) {
            JsonNode other = replace(item, id, by);
            boolean reference =
                    item.isTextual() && (other != item || item.textValue().equals(by.toString()));
            if (!reference || replacements.add(other)) {
                replaced.add(other);
            }
        }
        return replaced;
    }
}
