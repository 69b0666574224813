package org.putokaz.pack.yaml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Choice of the YAML style of a text: plain where no reader, human or program, takes it for anything else, a literal
 * block for prose, else double quotes.
 */
final class ScalarStyles {

    /** Letters first; nothing that opens, separates or comments. */
    private static final Pattern PLAIN_SCALAR = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{Nd} _./-]*");
    /** May begin with a digit and still is no number. */
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");
    /** Booleans and null to some readers of YAML, in upper case too. */
    private static final Set<String> RESERVED_WORDS =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private static final int MAX_LINE_LENGTH = 80;
    private static final Resolver RESOLVER = new Resolver();

    private ScalarStyles() {}

    static ScalarStyle of(String text) {
        return isLiteralBlock(text) ? ScalarStyle.LITERAL : ofLine(text);
    }

    /** For a text that has to stay on one line. */
    static ScalarStyle ofLine(String text) {
        return isPlain(text) ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
    }

    private static boolean isPlain(String text) {
        if (UUID.matcher(text).matches()) {
            return true;
        }
        return PLAIN_SCALAR.matcher(text).matches()
                && !text.endsWith(" ")
                && !RESERVED_WORDS.contains(text.toLowerCase(Locale.ROOT))
                && RESOLVER.resolve(NodeId.scalar, text, true).equals(Tag.STR);
    }

    /** Whether the text is long or has lines, and a block gives it back as it is. */
    private static boolean isLiteralBlock(String text) {
        if (text.indexOf('\n') < 0 && text.length() <= MAX_LINE_LENGTH) {
            return false;
        }
        return text.lines().noneMatch(line -> line.isBlank() && !line.isEmpty())
                && !text.endsWith("\n")
                && !text.startsWith("\n")
                && !text.startsWith(" ")
                && text.codePoints().allMatch(character -> character == '\n' || isVisible(character));
    }

    /** Whether an editor sees the character or at least its blank; false also for line breaks. */
    static boolean isVisible(int character) {
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
