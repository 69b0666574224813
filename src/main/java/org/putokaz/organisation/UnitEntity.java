package org.putokaz.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Index row of a live organisational unit, for the filters and orders of lists. */
@Entity
@Table(schema = "live", name = "organisational_unit")
@NullUnmarked
class UnitEntity {

    @Id
    UUID id;

    String kind;

    @Nullable
    UUID parent;

    @Column(name = "sort_order")
    int sortOrder;

    @Column(name = "established_earliest")
    LocalDate establishedEarliest;

    @Column(name = "dissolved_latest")
    LocalDate dissolvedLatest;

    long position;

    @Column(name = "order_key")
    byte[] orderKey;
}
