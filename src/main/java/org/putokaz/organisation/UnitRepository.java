package org.putokaz.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.putokaz.live.read.LiveQueries;

/** Repository of the index rows of live organisational units. */
@ApplicationScoped
class UnitRepository implements PanacheRepositoryBase<UnitEntity, UUID> {

    private static final String EXISTING_ON_DAY_SQL = "select f.id from live.organisational_unit f"
            + " where f.established_earliest <= ? and f.dissolved_latest >= ?%s order by f.order_key";
    private static final String UNITS_SQL = EXISTING_ON_DAY_SQL.formatted("");
    private static final String INSTITUTIONS_SQL =
            EXISTING_ON_DAY_SQL.formatted(" and f.kind = 'institution' and f.parent is null");

    private final LiveQueries queries;

    @Inject
    UnitRepository(LiveQueries queries) {
        this.queries = queries;
    }

    /** The units that may have existed on a day, by the outermost bounds of their dates; siblings in their order. */
    List<UUID> findPossiblyExistingOn(LocalDate day) {
        return findOn(day, UNITS_SQL);
    }

    /** The institutions without a parent that may exist on a day, in their order. */
    List<UUID> findInstitutionsOn(LocalDate day) {
        return findOn(day, INSTITUTIONS_SQL);
    }

    private List<UUID> findOn(LocalDate day, String sql) {
        return queries.query(sql, List.of(day, day), row -> row.getObject(1, UUID.class));
    }
}
