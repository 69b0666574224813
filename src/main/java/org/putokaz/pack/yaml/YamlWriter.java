package org.putokaz.pack.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Writes JSON as the YAML that people like to edit, always alike: blocks and not braces, prose as {@code |-}, quotes where
 * a person or a program could take a text for something else.
 */
public final class YamlWriter {

    /** The longest list of words that stands on one line. */
    private static final int LINE = 80;

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    /** An object with at least one member. */
    public static String write(ObjectNode tree) {
        YamlWriter writer = new YamlWriter();
        writer.members(tree, 0, false);
        return writer.out.toString();
    }

    private void members(ObjectNode object, int depth, boolean firstIsIndented) {
        boolean indented = firstIsIndented;
        for (Iterator<Map.Entry<String, JsonNode>> members = object.fields(); members.hasNext(); ) {
            Map.Entry<String, JsonNode> member = members.next();
            if (!indented) {
                indent(depth);
            }
            indented = false;
            out.append(YamlScalarWriter.of(member.getKey())).append(':');
            value(member.getValue(), depth);
        }
    }

    private void value(JsonNode value, int depth) {
        if (value instanceof ObjectNode object && !object.isEmpty()) {
            out.append('\n');
            members(object, depth + 1, false);
        } else if (value.isArray() && !value.isEmpty()) {
            list(value, depth);
        } else {
            out.append(' ');
            scalar(value, depth);
        }
    }

    private void list(JsonNode list, int depth) {
        String line = onOneLine(list);
        if (!line.isEmpty()) {
            out.append(" [").append(line).append("]\n");
            return;
        }
        out.append('\n');
        for (JsonNode item : list) {
            indent(depth + 1);
            out.append("- ");
            if (item instanceof ObjectNode object && !object.isEmpty()) {
                members(object, depth + 2, true);
            } else {
                scalar(item, depth + 1);
            }
        }
    }

    /** Words side by side; nothing where they are too long for that, or are no words. */
    private static String onOneLine(JsonNode list) {
        boolean scalars = StreamSupport.stream(list.spliterator(), false).allMatch(JsonNode::isValueNode);
        String line = !scalars
                ? ""
                : StreamSupport.stream(list.spliterator(), false)
                        .map(item -> item.isTextual() ? YamlScalarWriter.of(item.textValue()) : item.toString())
                        .collect(Collectors.joining(", "));
        return line.length() > LINE ? "" : line;
    }

    private void scalar(JsonNode value, int depth) {
        if (!value.isTextual()) {
            // Numbers, truths, null, and what is empty: JSON is YAML.
            out.append(value).append('\n');
        } else if (YamlScalarWriter.isProse(value.textValue())) {
            out.append("|-\n");
            value.textValue().lines().forEach(line -> {
                if (!line.isEmpty()) {
                    indent(depth + 1);
                }
                out.append(line).append('\n');
            });
        } else {
            out.append(YamlScalarWriter.of(value.textValue())).append('\n');
        }
    }

    private void indent(int depth) {
        out.append("  ".repeat(depth));
    }
}
