package org.putokaz.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.putokaz.live.consistency.VersionedQueries;

/** The live rows of organisational units. */
@ApplicationScoped
class UnitRepository implements PanacheRepositoryBase<UnitEntity, UUID> {

    private static final String ON_A_DAY = "select f.id from live.organisational_unit f"
            + " where f.established_earliest <= ? and f.dissolved_latest >= ?%s order by f.order_key";
    private static final String ANY = ON_A_DAY.formatted("");
    private static final String INSTITUTIONS = ON_A_DAY.formatted(" and f.kind = 'institution' and f.parent is null");

    private final VersionedQueries statements;

    @Inject
    UnitRepository(VersionedQueries statements) {
        this.statements = statements;
    }

    /** The units that may have existed on a day, as their dates' outermost bounds have it; siblings in their order. */
    List<UUID> thatMayHaveExistedOn(LocalDate day) {
        return on(day, ANY);
    }

    /** The first institution that is part of nothing else and exists today. */
    List<UUID> institutions(LocalDate today) {
        return on(today, INSTITUTIONS);
    }

    private List<UUID> on(LocalDate day, String sql) {
        return statements.list(sql, List.of(day, day), row -> row.getObject(1, UUID.class));
    }
}
