package org.putokaz.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.putokaz.live.family.OpenEndedDates;
import org.putokaz.live.read.LiveQueries;

/** Repository of the index rows of live contact channels. */
@ApplicationScoped
class ChannelRepository implements PanacheRepositoryBase<ChannelEntity, UUID> {

    /** Each subquery reads one row of an index. */
    private static final String NEXT_CHANGE_DAYS_SQL = """
            select (select f.available_from from live.contact_channel f
                    where f.available_from > ? order by f.available_from fetch first 1 rows only) as begins,
                (select f.available_until from live.contact_channel f
                    where f.available_until >= ? order by f.available_until fetch first 1 rows only) as ends,
                (select f.stale_from from live.contact_channel f
                    where f.stale_from > ? order by f.stale_from fetch first 1 rows only) as stales""";

    private final LiveQueries queries;

    @Inject
    ChannelRepository(LiveQueries queries) {
        this.queries = queries;
    }

    /**
     * The next day on which a list changes without a publication: a channel becomes available, ends, or becomes
     * stale.
     */
    Optional<LocalDate> findNextChangeDay(LocalDate today) {
        return queries
                .query(NEXT_CHANGE_DAYS_SQL, List.of(today, today, today), ChannelRepository::readChangeDays)
                .get(0)
                .stream()
                .min(LocalDate::compareTo);
    }

    private static List<LocalDate> readChangeDays(ResultSet row) throws SQLException {
        LocalDate ends = row.getObject(2, LocalDate.class);
        return Stream.of(
                        row.getObject(1, LocalDate.class),
                        ends == null || ends.equals(OpenEndedDates.LAST_DAY) ? null : ends.plusDays(1),
                        row.getObject(3, LocalDate.class))
                .filter(day -> day != null && !day.equals(OpenEndedDates.LAST_DAY))
                .toList();
    }
}
