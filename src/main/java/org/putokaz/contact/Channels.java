package org.putokaz.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.Bounds;
import org.putokaz.live.Feed;
import org.putokaz.live.Statements;

/** The live rows of contact channels. */
@ApplicationScoped
class Channels implements PanacheRepositoryBase<ChannelRow, UUID> {

    /** Each is the first of an index: nothing is aggregated. */
    private static final String TURNS = """
            select (select f.available_from from live.contact_channel f
                    where f.available_from > ? order by f.available_from fetch first 1 rows only) as begins,
                (select f.available_until from live.contact_channel f
                    where f.available_until >= ? order by f.available_until fetch first 1 rows only) as ends,
                (select f.stale_from from live.contact_channel f
                    where f.stale_from > ? order by f.stale_from fetch first 1 rows only) as stales""";

    private final Statements statements;
    private volatile @Nullable Turn last;

    @Inject
    Channels(Statements statements) {
        this.statements = statements;
    }

    /** What holds on one day for as long as nobody publishes. */
    private record Turn(UUID feed, long position, LocalDate today, Optional<LocalDate> next) {

        boolean holds(Feed now, LocalDate day) {
            return feed.equals(now.id()) && position == now.position() && today.equals(day);
        }
    }

    /** The next day on which any channel appears, ends or counts as not verified, without anybody publishing. */
    Optional<LocalDate> nextTurn(Feed now, LocalDate today) {
        Turn known = last;
        if (known != null && known.holds(now, today)) {
            return known.next();
        }
        Optional<LocalDate> next = nextTurn(today);
        last = new Turn(now.id(), now.position(), today, next);
        return next;
    }

    private Optional<LocalDate> nextTurn(LocalDate today) {
        @Nullable
        LocalDate[] days = statements
                .list(TURNS, List.of(today, today, today), Channels::days)
                .get(0);
        LocalDate ends = days[1];
        days[1] = ends == null || ends.equals(Bounds.LAST_DAY) ? null : ends.plusDays(1);
        return Arrays.stream(days)
                .filter(Objects::nonNull)
                .filter(day -> !day.equals(Bounds.LAST_DAY))
                .min(LocalDate::compareTo);
    }

    private static @Nullable LocalDate[] days(ResultSet row) throws SQLException {
        return new @Nullable LocalDate[] {
            row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)
        };
    }
}
