package org.putokaz.editorial.worker;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** How far the editorial side has read the change feed, and of which feed. */
@Entity
@Table(schema = "editorial", name = "follower")
@NullUnmarked
class LiveChangePositionEntity {

    static final short SINGLETON_ID = 1;

    @Id
    short id;

    long position;

    @Column(name = "feed_id")
    UUID feedId;
}
