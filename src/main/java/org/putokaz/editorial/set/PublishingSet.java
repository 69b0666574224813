package org.putokaz.editorial.set;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.publish.PlannedStepEntity;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;

/**
 * Several entries that are published or withdrawn together. Each change of state is a method here that refuses what the
 * state does not allow (409); what happens to the members is in their {@link PlannedStepEntity}s.
 */
@Entity
@Table(schema = "editorial", name = "publishing_set")
@NullUnmarked
public class PublishingSet {

    @Id
    UUID id;

    String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    PublishingSetStatus status;

    long version;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_by_name")
    String createdByName;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;

    @Column(name = "changed_by_name")
    String changedByName;

    @Column(name = "published_at")
    @Nullable
    Instant publishedAt;

    static PublishingSet of(UUID id, String name, Actor by, Instant now) {
        PublishingSet set = new PublishingSet();
        set.id = id;
        set.name = name;
        set.status = PublishingSetStatus.OPEN;
        set.createdAt = now;
        set.createdBy = by.id();
        set.createdByName = by.name();
        set.touch(by, now);
        return set;
    }

    private void touch(Actor by, Instant now) {
        version++;
        changedAt = now;
        changedBy = by.id();
        changedByName = by.name();
    }

    /** Refuses to change what has gone out, will not go out, or is about to: somebody decided that it goes out as it is. */
    void demandOpen() {
        if (isOver()) {
            throw ProblemType.CONFLICT.because("set-is-over");
        }
        if (status == PublishingSetStatus.SCHEDULED) {
            throw ProblemType.CONFLICT.because("set-is-scheduled");
        }
    }

    boolean isOver() {
        return status == PublishingSetStatus.PUBLISHED || status == PublishingSetStatus.CANCELLED;
    }

    /** One that failed is open again once somebody has mended it. */
    void changed(String newName, Actor by, Instant now) {
        demandOpen();
        name = newName;
        status = PublishingSetStatus.OPEN;
        touch(by, now);
    }

    void approved(Actor by, Instant now) {
        demandOpen();
        touch(by, now);
    }

    void cancelled(Actor by, Instant now) {
        demandOpen();
        status = PublishingSetStatus.CANCELLED;
        touch(by, now);
    }

    /** Also in place of another moment. */
    void scheduled(Actor by, Instant now) {
        if (isOver()) {
            throw ProblemType.CONFLICT.because("set-is-over");
        }
        status = PublishingSetStatus.SCHEDULED;
        touch(by, now);
    }

    void unscheduled(Actor by, Instant now) {
        status = PublishingSetStatus.OPEN;
        touch(by, now);
    }

    void published(Actor by, Instant now) {
        status = PublishingSetStatus.PUBLISHED;
        publishedAt = now;
        touch(by, now);
    }

    public void failed(Actor by, Instant now) {
        status = PublishingSetStatus.FAILED;
        touch(by, now);
    }
}
