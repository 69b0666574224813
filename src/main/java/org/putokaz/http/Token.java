package org.putokaz.http;

import com.fasterxml.jackson.annotation.JsonValue;

/** An enumeration whose constants have a spelling on the wire: lower case, words joined by hyphens. */
public interface Token {

    @JsonValue
    default String token() {
        return ((Enum<?>) this).name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
