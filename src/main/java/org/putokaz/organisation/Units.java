package org.putokaz.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The live rows of organisational units. */
@ApplicationScoped
class Units implements PanacheRepositoryBase<UnitRow, UUID> {

    /** The units that may have existed on a day, as their dates' outermost bounds have it; siblings in their order. */
    List<UUID> thatMayHaveExistedOn(LocalDate day) {
        return find("establishedEarliest <= ?1 and dissolvedLatest >= ?1 order by orderKey", day)
                .project(UnitId.class)
                .stream()
                .map(UnitId::id)
                .toList();
    }

    /** The first institution that is part of nothing else and exists today. */
    List<UUID> institutions(LocalDate today) {
        return find(
                        "kind = 'institution' and parent is null and establishedEarliest <= ?1 and dissolvedLatest >= ?1"
                                + " order by orderKey",
                        today)
                .project(UnitId.class)
                .stream()
                .map(UnitId::id)
                .toList();
    }

    record UnitId(UUID id) {}
}
