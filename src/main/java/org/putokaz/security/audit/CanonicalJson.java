package org.putokaz.security.audit;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON with one spelling (RFC 8785): names in the order of their UTF-16 code units, no white space, nothing escaped that
 * need not be. Of numbers there are only whole ones, which the RFC spells as everybody does.
 */
final class CanonicalJson {

    private static final String HAS_A_SHORT_ESCAPE = "\b\t\n\f\r\"\\";
    private static final String SHORT_ESCAPE = "btnfr\"\\";

    private CanonicalJson() {}

    /** @param object holds texts, whole numbers, nulls and further maps */
    static String write(Map<String, ?> object) {
        StringBuilder json = new StringBuilder();
        writeObject(object, json);
        return json.toString();
    }

    private static void writeObject(Map<?, ?> object, StringBuilder json) {
        // The order of Java's strings is the order of their UTF-16 code units.
        Map<String, Object> sorted = new TreeMap<>();
        object.forEach((name, value) -> sorted.put((String) name, value));
        json.append('{');
        Iterator<Map.Entry<String, Object>> members = sorted.entrySet().iterator();
        while (members.hasNext()) {
            Map.Entry<String, Object> member = members.next();
            writeText(member.getKey(), json);
            json.append(':');
            writeValue(member.getValue(), json);
            json.append(members.hasNext() ? "," : "");
        }
        json.append('}');
    }

    private static void writeValue(@Nullable Object value, StringBuilder json) {
        if (value instanceof Map<?, ?> object) {
            writeObject(object, json);
        } else if (value instanceof String text) {
            writeText(text, json);
        } else if (value == null || value instanceof Long || value instanceof Integer) {
            json.append(value);
        } else {
            throw new IllegalArgumentException("No JSON here for " + value.getClass());
        }
    }

    private static void writeText(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            int known = HAS_A_SHORT_ESCAPE.indexOf(character);
            if (known >= 0) {
                json.append('\\').append(SHORT_ESCAPE.charAt(known));
            } else if (character < ' ') {
                json.append(String.format("\\u%04x", (int) character));
            } else {
                json.append(character);
            }
        }
        json.append('"');
    }
}
