package org.putokaz.common;

import java.util.Arrays;
import java.util.List;

/**
 * Values of an enumeration as they are in JSON, in the order of the enumeration.
 *
 * @param name of the vocabulary: small letters and hyphens, in the plural
 */
public record Vocabulary(String name, List<String> values) {

    public Vocabulary {
        values = List.copyOf(values);
    }

    /** The values of an enumeration with a spelling of its own in JSON. */
    public static Vocabulary of(String name, WireEnum... values) {
        return new Vocabulary(
                name, Arrays.stream(values).map(WireEnum::wireName).toList());
    }
}
