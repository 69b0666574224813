package org.putokaz.editorial.worker;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.putokaz.live.FeedState;

/** Position up to which {@link LiveChangeRecorder} has read the change feed, and the identity of that feed; one row. */
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

    /** The position in this feed: a feed of another identity is read from its beginning. */
    long positionIn(FeedState feed) {
        return feed.id().equals(feedId) ? position : 0;
    }
}
