package org.putokaz.live.family;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Placement of one organisational unit in space and time.
 *
 * @param parent the unit that it is part of
 * @param country of its own address, as ISO 3166-1 in capitals
 * @param dissolved the latest day on which it may have been dissolved
 */
public record UnitPlacement(
        @Nullable UUID parent,
        @Nullable String country,
        @Nullable LocalDate dissolved) {

    public static final UnitPlacement UNKNOWN = new UnitPlacement(null, null, null);

    /** Whether the unit is below the same one and closes on the same day. */
    public boolean isSamePlace(UnitPlacement other) {
        return Objects.equals(parent, other.parent) && Objects.equals(dissolved, other.dissolved);
    }

    /**
     * The day from which the unit above, or one above that, is dissolved; empty when none is today, or when this unit was dissolved
     * by then.
     *
     * @param placements of a unit; empty for an unknown one
     */
    public Optional<LocalDate> findParentClosing(Function<UUID, Optional<UnitPlacement>> placements, LocalDate today) {
        return Optional.ofNullable(parent)
                .map(unit -> facts(unit, placements).closedFrom())
                .filter(closedFrom -> !closedFrom.isAfter(today))
                .filter(closedFrom -> dissolved == null || dissolved.isAfter(closedFrom));
    }

    /**
     * The facts of a unit and of those above it. Drafts may contain a cycle, which is followed once.
     *
     * @param placements of a unit; empty for an unknown one
     */
    public static InheritedFacts facts(UUID unit, Function<UUID, Optional<UnitPlacement>> placements) {
        List<UnitPlacement> chain = chain(unit, placements);
        String country = chain.stream()
                .map(UnitPlacement::country)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        LocalDate closedFrom = chain.stream()
                .map(UnitPlacement::dissolved)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
        return new InheritedFacts(country, closedFrom);
    }

    private static List<UnitPlacement> chain(UUID unit, Function<UUID, Optional<UnitPlacement>> placements) {
        Map<UUID, UnitPlacement> chain = new LinkedHashMap<>();
        UUID next = unit;
        while (next != null && !chain.containsKey(next)) {
            UnitPlacement placement = placements.apply(next).orElse(UNKNOWN);
            chain.put(next, placement);
            next = placement.parent();
        }
        return new ArrayList<>(chain.values());
    }
}
