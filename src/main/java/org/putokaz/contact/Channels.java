package org.putokaz.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.Bounds;
import org.putokaz.live.Feed;

/** The live rows of contact channels. */
@ApplicationScoped
class Channels implements PanacheRepositoryBase<ChannelRow, UUID> {

    /** Each is the first of an index: nothing is aggregated. */
    private static final String TURNS = """
            select (select f.available_from from live.contact_channel f
                    where f.available_from > :today order by f.available_from fetch first 1 rows only) as begins,
                (select f.available_until from live.contact_channel f
                    where f.available_until >= :today order by f.available_until fetch first 1 rows only) as ends,
                (select f.stale_from from live.contact_channel f
                    where f.stale_from > :today order by f.stale_from fetch first 1 rows only) as stales""";

    private volatile @Nullable Turn last;

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
        LocalDate[] days = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(TURNS, Object[].class)
                .addScalar("begins", LocalDate.class)
                .addScalar("ends", LocalDate.class)
                .addScalar("stales", LocalDate.class)
                .setParameter("today", today)
                .setTupleTransformer((columns, names) -> Arrays.copyOf(columns, columns.length, LocalDate[].class))
                .getSingleResult();
        LocalDate ends = days[1];
        days[1] = ends == null || ends.equals(Bounds.LAST_DAY) ? null : ends.plusDays(1);
        return Arrays.stream(days)
                .filter(Objects::nonNull)
                .filter(day -> !day.equals(Bounds.LAST_DAY))
                .min(LocalDate::compareTo);
    }
}
