package org.putokaz.live.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Feed row, the only one of its table: the last position and what it is a position in. */
@Entity
@Table(schema = "live", name = "feed")
@NullUnmarked
class FeedEntity {

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
