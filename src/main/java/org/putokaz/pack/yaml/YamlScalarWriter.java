package org.putokaz.pack.yaml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** One text in YAML 1.1: bare where nobody can mistake it, else in double quotes with what does not show escaped. */
final class YamlScalarWriter {

    /** Letters to begin with; nothing that opens, separates or comments. */
    private static final Pattern BARE = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{Nd} _./-]*");
    /** An id: its first character may be a digit, and no number looks like it. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");
    /** Words that some readers of YAML take for truths or for nothing, in whatever case. */
    private static final Set<String> NOT_BARE = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private static final int LINE = 80;

    private YamlScalarWriter() {}

    static String of(String text) {
        return isBare(text) ? text : quoted(text);
    }

    private static boolean isBare(String text) {
        if (ID.matcher(text).matches()) {
            return true;
        }
        return BARE.matcher(text).matches()
                && !text.endsWith(" ")
                && !NOT_BARE.contains(text.toLowerCase(Locale.ROOT))
                && new Resolver().resolve(NodeId.scalar, text, true).equals(Tag.STR);
    }

    /** Whether it is best read as a block of lines, and comes out of one as it went in. */
    static boolean isProse(String text) {
        if (text.indexOf('\n') < 0 && text.length() <= LINE) {
            return false;
        }
        return text.lines().noneMatch(line -> line.isBlank() && !line.isEmpty())
                && !text.endsWith("\n")
                && !text.startsWith("\n")
                && !text.startsWith(" ")
                && text.codePoints().allMatch(character -> character == '\n' || isShown(character));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isShown(character)) {
                        quoted.appendCodePoint(character);
                    } else {
                        quoted.append(String.format(character > 0xFFFF ? "\\U%08X" : "\\u%04X", character));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    /** Not what has no picture, breaks a line in YAML 1.1, or cannot stand in a file of UTF-8. */
    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
