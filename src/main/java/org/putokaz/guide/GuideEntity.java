package org.putokaz.guide;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Index row of a live help guide, for the filters and orders of lists. */
@Entity
@Table(schema = "live", name = "help_guide")
@NullUnmarked
class GuideEntity {

    @Id
    UUID id;

    String audience;

    @Column(name = "sort_order")
    int sortOrder;

    long position;

    @Column(name = "order_key")
    byte[] orderKey;
}
