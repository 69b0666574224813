package org.putokaz.http.request;

import io.vertx.core.MultiMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reader of header fields that may be repeated. */
public final class HeaderValues {

    private HeaderValues() {}

    /** The values of all lines, joined by commas (RFC 9110, section 5.3); null when the header is missing. */
    public static @Nullable String joined(MultiMap headers, CharSequence name) {
        String first = headers.get(name);
        if (first == null) {
            return null;
        }
        List<String> lines = headers.getAll(name);
        return lines.size() == 1 ? first : String.join(",", lines);
    }
}
