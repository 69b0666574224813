package org.putokaz.editorial.set;

import org.putokaz.editorial.publish.PlannedStepEntity;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
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
        set.recordChange(by, now);
        return set;
    }

    private void recordChange(Actor by, Instant now) {
        version++;
        changedAt = now;
        changedBy = by.id();
        changedByName = by.name();
    }

    /** Refuses to change what has gone out, will not go out, or is about to: somebody decided that it goes out as it is. */
    void requireOpen() {
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
    void update(String newName, Actor by, Instant now) {
        requireOpen();
        name = newName;
        status = PublishingSetStatus.OPEN;
        recordChange(by, now);
    }

    void recordApproval(Actor by, Instant now) {
        requireOpen();
        recordChange(by, now);
    }

    void cancel(Actor by, Instant now) {
        requireOpen();
        status = PublishingSetStatus.CANCELLED;
        recordChange(by, now);
    }

    /** Also in place of another moment. */
    void schedule(Actor by, Instant now) {
        if (isOver()) {
            throw ProblemType.CONFLICT.because("set-is-over");
        }
        status = PublishingSetStatus.SCHEDULED;
        recordChange(by, now);
    }

    void unschedule(Actor by, Instant now) {
        status = PublishingSetStatus.OPEN;
        recordChange(by, now);
    }

    void markPublished(Actor by, Instant now) {
        status = PublishingSetStatus.PUBLISHED;
        publishedAt = now;
        recordChange(by, now);
    }

    public void markFailed(Actor by, Instant now) {
        status = PublishingSetStatus.FAILED;
        recordChange(by, now);
    }
}
