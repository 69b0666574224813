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
import org.putokaz.editorial.entry.VersionedEntity;
import org.putokaz.editorial.publish.PlannedStepEntity;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;

/**
 * Set of entries that are published or withdrawn together. Its members are {@link PlannedStepEntity}s.
 *
 * <p>Every change of state is a method of this class that refuses with 409 what the state does not allow. The caller
 * holds the lock of the row ({@link PublishingSetRepository#lock}).
 */
@Entity
@Table(schema = "editorial", name = "publishing_set")
@NullUnmarked
public class PublishingSet extends VersionedEntity {

    @Id
    UUID id;

    String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    PublishingSetStatus status;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_by_name")
    String createdByName;

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

    /** @throws org.putokaz.problem.ProblemException 409 when the set has ended or is scheduled as it is */
    void requireOpen() {
        requireNotEnded();
        if (status == PublishingSetStatus.SCHEDULED) {
            throw ProblemType.CONFLICT.because("set-is-scheduled");
        }
    }

    /** @throws org.putokaz.problem.ProblemException 409 when the set was published or cancelled */
    void requireNotEnded() {
        if (hasEnded()) {
            throw ProblemType.CONFLICT.because("set-is-over");
        }
    }

    boolean hasEnded() {
        return status == PublishingSetStatus.PUBLISHED || status == PublishingSetStatus.CANCELLED;
    }

    /** Renames the set and opens it again when its schedule has failed. */
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

    /** Marks the set as scheduled, also when it is scheduled already. */
    void schedule(Actor by, Instant now) {
        requireNotEnded();
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

    /** Records that the schedule of the set has failed. */
    public void markFailed(Actor by, Instant now) {
        status = PublishingSetStatus.FAILED;
        recordChange(by, now);
    }
}
