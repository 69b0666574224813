package org.putokaz.editorial.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.Publishing;

/**
 * Form made of a schema and the vocabularies alone, which fills in the required members. Where an entry is to be chosen,
 * the Center is.
 */
record FormClient(JsonNode schema, Map<String, List<String>> vocabularies) {

    /** A telephone number: the first kind of channel is the telephone. */
    private static final String TYPED_TEXT = "011 123 4567";

    ObjectNode fill() {
        return fillObject(schema);
    }

    private ObjectNode fillObject(JsonNode object) {
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        fillRequired(filled, object, object);
        return filled;
    }

    /** Of alternatives the first one is filled in. */
    private void fillRequired(ObjectNode filled, JsonNode object, JsonNode condition) {
        condition.path("required").forEach(name -> set(filled, object, name.asText()));
        condition.path("allOf").forEach(part -> fillRequired(filled, object, part));
        if (condition.has("anyOf")) {
            fillRequired(filled, object, condition.get("anyOf").get(0));
        }
    }

    private void set(ObjectNode filled, JsonNode object, String name) {
        filled.set(name, fill(object.get("properties").get(name)));
    }

    private JsonNode fill(JsonNode member) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (member.has("x-vocabulary")) {
            return json.textNode(Objects.requireNonNull(
                            vocabularies.get(member.get("x-vocabulary").asText()))
                    .get(0));
        }
        return switch (member.get("type").asText()) {
            case "object" -> member.has("patternProperties") ? fillText(member) : fillObject(member);
            case "array" -> fillList(member);
            case "integer" -> json.numberNode(member.path("minimum").asInt(1));
            default -> json.textNode(fillLine(member));
        };
    }

    private static ObjectNode fillText(JsonNode member) {
        ObjectNode text = JsonNodeFactory.instance.objectNode();
        member.get("required").forEach(language -> text.put(language.asText(), FamilySample.uniqueName()));
        return text;
    }

    private ArrayNode fillList(JsonNode member) {
        return JsonNodeFactory.instance.arrayNode().add(fill(member.get("items")));
    }

    private static String fillLine(JsonNode member) {
        if (member.has("x-references")) {
            return Center.CENTER;
        }
        if (member.path("format").asText().equals("uuid")) {
            return Publishing.newId().toString();
        }
        if (member.has("examples")) {
            return member.get("examples").get(0).asText();
        }
        boolean anyText = TYPED_TEXT.matches(member.path("pattern").asText(".*"));
        return anyText ? TYPED_TEXT : FamilySample.slug(FamilySample.uniqueName());
    }
}
