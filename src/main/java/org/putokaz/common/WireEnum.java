package org.putokaz.common;

import com.fasterxml.jackson.annotation.JsonValue;

/** An enumeration whose constants have a spelling on the wire: lower case, words joined by hyphens. */
public interface WireEnum {

    @JsonValue
    default String token() {
        return ((Enum<?>) this).name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
