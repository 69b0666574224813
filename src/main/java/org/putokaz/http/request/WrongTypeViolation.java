package org.putokaz.http.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.Message;
import org.putokaz.problem.Violation;

/**
 * Factory of the violation {@code wrong-type}: a JSON value that does not fit its place. Its message says what was read,
 * shortened, and what is wanted.
 */
public final class WrongTypeViolation {

    /** Of a text or number that a message shows, in characters. */
    static final int MAX_SHOWN_LENGTH = 40;

    private static final String ELLIPSIS = "…";

    /** What is wanted for the types whose values are written in one way only. */
    private static final Map<Class<?>, String> WANTED = Map.ofEntries(
            Map.entry(LocalDate.class, "wanted-date"),
            Map.entry(Instant.class, "wanted-instant"),
            Map.entry(UUID.class, "wanted-id"),
            Map.entry(Language.class, "wanted-language"),
            Map.entry(LocalisedText.class, "wanted-localised-text"),
            Map.entry(String.class, "wanted-text"),
            Map.entry(Boolean.class, "wanted-boolean"),
            Map.entry(boolean.class, "wanted-boolean"),
            Map.entry(Double.class, "wanted-number"),
            Map.entry(double.class, "wanted-number"),
            Map.entry(BigDecimal.class, "wanted-number"));

    private static final Map<Class<?>, Number> LARGEST_WHOLE_NUMBERS = Map.of(
            Integer.class, Integer.MAX_VALUE,
            int.class, Integer.MAX_VALUE,
            Long.class, Long.MAX_VALUE,
            long.class, Long.MAX_VALUE);

    private WrongTypeViolation() {}

    /**
     * The violation.
     *
     * @param pointer to the value, from the root
     * @param value as read; a missing one is shown as null
     * @param wanted the type that the place has; null when it is not known
     */
    public static Violation of(String pointer, JsonNode value, @Nullable Class<?> wanted) {
        return Violation.at(
                pointer, "wrong-type", shown(value), wanted == null ? Message.of("wanted-value") : wanted(wanted));
    }

    /** As JSON; of an object or a list only the brackets. */
    private static String shown(JsonNode value) {
        if (value.isContainerNode()) {
            String content = value.isEmpty() ? "" : ELLIPSIS;
            return value.isObject() ? "{" + content + "}" : "[" + content + "]";
        }
        if (value.isMissingNode()) {
            return NullNode.instance.toString();
        }
        return value.isTextual()
                ? TextNode.valueOf(shortened(value.textValue())).toString()
                : shortened(value.toString());
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MAX_SHOWN_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN_LENGTH)) + ELLIPSIS;
    }

    private static Message wanted(Class<?> type) {
        String code = WANTED.get(type);
        if (code != null) {
            return Message.of(code);
        }
        if (LARGEST_WHOLE_NUMBERS.containsKey(type)) {
            return Message.of("wanted-whole-number", LARGEST_WHOLE_NUMBERS.get(type));
        }
        if (type.isEnum()) {
            return Message.of("wanted-one-of", String.join(", ", StrictJsonMapper.spellings(type)));
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return Message.of("wanted-list");
        }
        return Message.of(isWrittenAsText(type) ? "wanted-text" : "wanted-object");
    }

    /** Whether Jackson makes such values of a text, as of a partial date or a time of day. */
    private static boolean isWrittenAsText(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.isAnnotationPresent(JsonCreator.class)
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0] == String.class);
    }
}
