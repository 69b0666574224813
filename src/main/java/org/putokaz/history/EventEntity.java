package org.putokaz.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Index row of a live history event, for the filters and orders of lists. */
@Entity
@Table(schema = "live", name = "history_event")
@NullUnmarked
class EventEntity {

    @Id
    UUID id;

    String category;
    LocalDate earliest;
    LocalDate latest;
    LocalDate placed;

    @Column(name = "sort_order")
    int sortOrder;

    long position;

    @Column(name = "order_key")
    byte[] orderKey;
}
