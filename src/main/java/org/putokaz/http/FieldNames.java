package org.putokaz.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of header fields as the wire has them, ready to be copied. A name that comes as a string is looked at character by
 * character three times: hashed, checked and written.
 */
public final class FieldNames {

    private static final Map<String, CharSequence> READY = Stream.of(
                    HttpHeaders.CACHE_CONTROL,
                    HttpHeaders.CONTENT_ENCODING,
                    HttpHeaders.CONTENT_LANGUAGE,
                    HttpHeaders.CONTENT_LOCATION,
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.ETAG,
                    HttpHeaders.LAST_MODIFIED,
                    HttpHeaders.LINK,
                    HttpHeaders.VARY)
            .collect(
                    Collectors.toUnmodifiableMap(Function.identity(), io.vertx.core.http.HttpHeaders::createOptimized));

    private FieldNames() {}

    /** The same name; one that answers never have had comes back as it is. */
    public static CharSequence ready(String name) {
        return READY.getOrDefault(name, name);
    }
}
