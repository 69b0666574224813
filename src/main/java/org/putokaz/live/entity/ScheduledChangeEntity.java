package org.putokaz.live.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Time at which something will be published or withdrawn, without what it is. */
@Entity
@Table(schema = "live", name = "upcoming")
@NullUnmarked
public class ScheduledChangeEntity {

    @Id
    public UUID id;

    @Column(name = "happens_at")
    public Instant happensAt;
}
