package org.putokaz.pack.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Writer of JSON objects as YAML 1.1 that people like to edit. The same object always gives the same text: members
 * below each other, prose as {@code |-} blocks, short lists of words on one line.
 *
 * <p>SnakeYAML lays the text out. Which style a text has is decided by {@link ScalarStyles}: left alone, the emitter
 * writes some dates with quotes and some without, telephone numbers bare, and soft hyphens and zero-width spaces so
 * that no editor sees them.
 */
public final class YamlWriter {

    /** Of a list on one line, without its brackets. */
    private static final int MAX_LINE_LENGTH = 80;

    private static final int INDENT = 2;
    private static final Resolver RESOLVER = new Resolver();

    private YamlWriter() {}

    /** @param tree an object with at least one member */
    public static String write(ObjectNode tree) {
        StringWriter yaml = new StringWriter();
        new Yaml(options()).serialize(toNode(tree), yaml);
        return escapeInvisible(yaml.toString());
    }

    private static DumperOptions options() {
        DumperOptions options = new DumperOptions();
        options.setIndent(INDENT);
        options.setIndicatorIndent(INDENT);
        options.setIndentWithIndicator(true);
        options.setSplitLines(false);
        options.setWidth(Integer.MAX_VALUE);
        return options;
    }

    private static Node toNode(JsonNode value) {
        if (value instanceof ObjectNode object) {
            List<NodeTuple> members = new ArrayList<>();
            object.properties()
                    .forEach(member -> members.add(new NodeTuple(
                            text(member.getKey(), ScalarStyles.ofLine(member.getKey())), toNode(member.getValue()))));
            return new MappingNode(Tag.MAP, members, object.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
        }
        if (value.isArray()) {
            List<Node> items = StreamSupport.stream(value.spliterator(), false)
                    .map(YamlWriter::toNode)
                    .toList();
            return new SequenceNode(Tag.SEQ, items, fitsOnOneLine(value) ? FlowStyle.FLOW : FlowStyle.BLOCK);
        }
        if (value.isTextual()) {
            return text(value.textValue(), ScalarStyles.of(value.textValue()));
        }
        // Numbers, booleans and null are spelled as in JSON.
        String spelling = value.toString();
        Tag tag = RESOLVER.resolve(NodeId.scalar, spelling, true);
        return new ScalarNode(tag, spelling, null, null, ScalarStyle.PLAIN);
    }

    private static ScalarNode text(String text, ScalarStyle style) {
        return new ScalarNode(Tag.STR, text, null, null, style);
    }

    private static boolean fitsOnOneLine(JsonNode list) {
        int length = 0;
        for (JsonNode item : list) {
            String text = item.isTextual() ? item.textValue() : item.toString();
            boolean quoted = item.isTextual() && ScalarStyles.ofLine(text) != ScalarStyle.PLAIN;
            length += text.length() + (quoted ? 2 : 0) + ", ".length();
            if (!item.isValueNode()) {
                return false;
            }
        }
        return length - ", ".length() <= MAX_LINE_LENGTH;
    }

    /** Such characters stand only between double quotes, where YAML knows escapes. */
    private static String escapeInvisible(String yaml) {
        StringBuilder escaped = new StringBuilder(yaml.length());
        yaml.codePoints().forEach(character -> {
            if (character == '\n' || ScalarStyles.isVisible(character)) {
                escaped.appendCodePoint(character);
            } else {
                escaped.append(String.format(character > 0xFFFF ? "\\U%08X" : "\\u%04X", character));
            }
        });
        return escaped.toString();
    }
}
