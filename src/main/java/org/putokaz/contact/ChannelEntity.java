package org.putokaz.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Index row of a live contact channel, for the filters and orders of lists. */
@Entity
@Table(schema = "live", name = "contact_channel")
@NullUnmarked
class ChannelEntity {

    @Id
    UUID id;

    UUID unit;
    String kind;
    int rank;

    @Column(name = "toll_free")
    @Nullable
    Boolean tollFree;

    @Nullable
    Boolean anonymous;

    @Nullable
    Boolean emergency;

    @Column(name = "available_from")
    LocalDate availableFrom;

    @Column(name = "available_until")
    LocalDate availableUntil;

    @Column(name = "stale_from")
    LocalDate staleFrom;

    long position;

    @Column(name = "order_key")
    byte[] orderKey;
}
