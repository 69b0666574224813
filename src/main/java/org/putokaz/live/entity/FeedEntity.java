package org.putokaz.live.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** The clock row: the one place positions come from. */
@Entity
@Table(schema = "live", name = "feed")
@NullUnmarked
class FeedEntity {

    static final short THE_ONE = 1;

    @Id
    short id;

    @Column(name = "feed_id")
    UUID feedId;

    long position;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "cursor_key")
    String cursorKey;

    @Column(name = "collation_version")
    String collationVersion;
}
