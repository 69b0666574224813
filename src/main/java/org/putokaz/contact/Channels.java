package org.putokaz.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.putokaz.live.Bounds;

/** The live rows of contact channels. */
@ApplicationScoped
class Channels implements PanacheRepositoryBase<ChannelRow, UUID> {

    /** The next day on which any channel appears, ends or counts as not verified, without anybody publishing. */
    Optional<LocalDate> nextTurn(LocalDate today) {
        LocalDate appears = earliest("min(availableFrom) from ChannelRow where availableFrom > ?1", today);
        LocalDate ends = earliest("min(availableUntil) from ChannelRow where availableUntil >= ?1", today);
        LocalDate stale = earliest("min(staleFrom) from ChannelRow where staleFrom > ?1", today);
        LocalDate dayAfterEnd = ends == null || ends.equals(Bounds.LAST_DAY) ? null : ends.plusDays(1);
        return Stream.of(Optional.ofNullable(appears), Optional.ofNullable(dayAfterEnd), Optional.ofNullable(stale))
                .flatMap(Optional::stream)
                .filter(day -> !day.equals(Bounds.LAST_DAY))
                .min(LocalDate::compareTo);
    }

    private @org.jspecify.annotations.Nullable LocalDate earliest(String query, LocalDate today) {
        return getEntityManager()
                .createQuery("select " + query, LocalDate.class)
                .setParameter(1, Objects.requireNonNull(today))
                .getSingleResult();
    }
}
