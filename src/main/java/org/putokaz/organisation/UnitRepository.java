package org.putokaz.organisation;

import org.putokaz.live.read.LiveQueries;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The live rows of organisational units. */
@ApplicationScoped
class UnitRepository implements PanacheRepositoryBase<UnitEntity, UUID> {

    private static final String EXISTING_ON_DAY_SQL = "select f.id from live.organisational_unit f"
            + " where f.established_earliest <= ? and f.dissolved_latest >= ?%s order by f.order_key";
    private static final String UNITS_SQL = EXISTING_ON_DAY_SQL.formatted("");
    private static final String INSTITUTIONS_SQL = EXISTING_ON_DAY_SQL.formatted(" and f.kind = 'institution' and f.parent is null");

    private final LiveQueries queries;

    @Inject
    UnitRepository(LiveQueries queries) {
        this.queries = queries;
    }

    /** The units that may have existed on a day, as their dates' outermost bounds have it; siblings in their order. */
    List<UUID> findPossiblyExistingOn(LocalDate day) {
        return findOn(day, UNITS_SQL);
    }

    /** The first institution that is part of nothing else and exists today. */
    List<UUID> findInstitutionsOn(LocalDate today) {
        return findOn(today, INSTITUTIONS_SQL);
    }

    private List<UUID> findOn(LocalDate day, String sql) {
        return queries.query(sql, List.of(day, day), row -> row.getObject(1, UUID.class));
    }
}
