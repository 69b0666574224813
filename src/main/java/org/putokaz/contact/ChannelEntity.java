package org.putokaz.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.putokaz.contact.content.ChannelContent;
import org.putokaz.live.family.OpenEndedDates;
import org.putokaz.live.family.SortOrderKey;

/** Index row of a live contact channel, for the filters and orders of lists. */
@Entity
@Table(schema = "live", name = "contact_channel")
@NullUnmarked
class ChannelEntity {

    @Id
    UUID id;

    @Nullable
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

    /** Takes the columns from a published channel. */
    void fill(UUID ofChannel, long atPosition, ChannelContent channel) {
        id = ofChannel;
        // Of a channel whose unit is withdrawn the row keeps the last one.
        unit = channel.unit() == null && channel.provider() == null ? unit : channel.unit();
        kind = Objects.requireNonNull(channel.kind()).wireName();
        rank = channel.rank();
        tollFree = channel.effectiveTollFree();
        anonymous = channel.anonymous();
        emergency = channel.emergency();
        availableFrom = OpenEndedDates.orFirst(channel.availableFrom());
        availableUntil = OpenEndedDates.orLast(channel.availableUntil());
        LocalDate due = channel.verificationDue();
        staleFrom = due == null ? OpenEndedDates.LAST_DAY : due.plusDays(1);
        position = atPosition;
        orderKey = new SortOrderKey().appendNumber(rank).toBytes(id);
    }
}
