package org.putokaz.http.request;

import io.vertx.core.MultiMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Headers that may stand on several lines. */
public final class HeaderValues {

    private HeaderValues() {}

    /** As one line, however many there were (RFC 9110, section 5.3); null where there was none. */
    public static @Nullable String joined(MultiMap headers, CharSequence name) {
        String first = headers.get(name);
        if (first == null) {
            return null;
        }
        List<String> lines = headers.getAll(name);
        return lines.size() == 1 ? first : String.join(",", lines);
    }
}
