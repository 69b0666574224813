package org.putokaz.pack.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML document as a JSON tree with the line of each field. */
public final class YamlJsonTree {

    private static final Pattern DECIMAL_INTEGER = Pattern.compile("[+-]?(?:0|[1-9][0-9]*)");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Of the tree with its aliases replaced; a file with hundreds of texts has some thousand. */
    private static final int MAX_VALUES = 20_000;

    private final JsonNode root;
    private final Map<String, Integer> lines = new HashMap<>();
    private int values;

    YamlJsonTree(Node node) throws MalformedYamlException {
        root = convert(node, "", 0);
    }

    public JsonNode root() {
        return root;
    }

    /** The line, from 1, of a field or, if there is none, of the nearest one that contains it. */
    public int lineOf(String pointer) {
        String at = pointer;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return lines.getOrDefault(at, 1);
    }

    private JsonNode convert(Node node, String pointer, int depth) throws MalformedYamlException {
        values++;
        // Aliases: small files may stand for large trees, and an alias within its own anchor for one without an end.
        if (values > MAX_VALUES || depth > StrictYamlReader.MAX_DEPTH) {
            throw new MalformedYamlException(
                    StrictYamlReader.lineOf(node.getStartMark()), "yaml-aliases-too-large", MAX_VALUES);
        }
        lines.putIfAbsent(pointer, StrictYamlReader.lineOf(node.getStartMark()));
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer, depth);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(convert(item, pointer + "/" + array.size(), depth + 1));
            }
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private ObjectNode object(MappingNode mapping, String pointer, int depth) throws MalformedYamlException {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple member : mapping.getValue()) {
            int line = StrictYamlReader.lineOf(member.getKeyNode().getStartMark());
            if (!(member.getKeyNode() instanceof ScalarNode key)) {
                throw new MalformedYamlException(line, "yaml-key-not-text");
            }
            String name = key.getValue();
            if (object.has(name)) {
                throw new MalformedYamlException(line, "yaml-key-twice", name);
            }
            String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            lines.put(at, line);
            object.set(name, convert(member.getValueNode(), at, depth + 1));
        }
        return object;
    }

    /** Converts the types that JSON has; an unquoted date is text. */
    private static JsonNode scalar(ScalarNode node) throws MalformedYamlException {
        String value = node.getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.STR) || tag.equals(Tag.TIMESTAMP)) {
            return JSON.textNode(value);
        }
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (tag.equals(Tag.BOOL) && (value.equals("true") || value.equals("false"))) {
            return JSON.booleanNode(Boolean.parseBoolean(value));
        }
        try {
            // Not 010, which is octal in YAML 1.1 and decimal in YAML 1.2.
            if (tag.equals(Tag.INT) && DECIMAL_INTEGER.matcher(value).matches()) {
                return JSON.numberNode(new BigInteger(value));
            }
            if (tag.equals(Tag.FLOAT)) {
                return JSON.numberNode(new BigDecimal(value));
            }
        } catch (NumberFormatException notPlain) {
            throw new MalformedYamlException(
                    StrictYamlReader.lineOf(node.getStartMark()), "yaml-number-not-plain", value);
        }
        throw new MalformedYamlException(StrictYamlReader.lineOf(node.getStartMark()), "yaml-needs-quotes", value);
    }
}
