package org.putokaz.live.family;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Facts that an entry takes from its organisational unit and the units above it. The store puts them into the content that
 * clients get; nobody writes them.
 *
 * @param country of the nearest address that names one, as ISO 3166-1 in capitals; as it was when the entry was published, so
 *     that a telephone number never changes because a unit moves
 * @param closedFrom the first day on which one of the units is dissolved; follows every change of the units
 */
public record UnitFacts(@Nullable String country, @Nullable LocalDate closedFrom) {

    public static final UnitFacts NONE = new UnitFacts(null, null);

    public UnitFacts withClosedFrom(@Nullable LocalDate day) {
        return new UnitFacts(country, day);
    }
}
