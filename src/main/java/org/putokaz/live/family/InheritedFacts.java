package org.putokaz.live.family;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Facts that an entry inherits from its organisational unit and the units above it. The store puts them into the content that
 * clients get; nobody writes them.
 *
 * @param country of the nearest address that names one, as ISO 3166-1 in capitals; as it was when the entry was published, so
 *     that a telephone number never changes because a unit moves
 * @param closedFrom the first day on which one of the units is dissolved; follows every change of the units
 */
public record InheritedFacts(
        @Nullable String country, @Nullable LocalDate closedFrom) {

    public static final InheritedFacts NONE = new InheritedFacts(null, null);

    public InheritedFacts withClosedFrom(@Nullable LocalDate day) {
        return new InheritedFacts(country, day);
    }
}
