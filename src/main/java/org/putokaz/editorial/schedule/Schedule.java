package org.putokaz.editorial.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.UuidV7;
import org.putokaz.security.Actor;
import org.putokaz.security.Role;

/**
 * Scheduled publication or withdrawal of an entry or of a publishing set, and its outcome.
 *
 * <p>A schedule is pending until it ends, once, as done, failed or cancelled. The caller of a method that ends it holds
 * the lock of its row ({@link ScheduleRepository}).
 */
@Entity
@Table(schema = "editorial", name = "schedule")
@NullUnmarked
public class Schedule {

    @Id
    public UUID id;

    @Column(name = "entry_id")
    @Nullable
    UUID entryId;

    @Column(name = "set_id")
    @Nullable
    public UUID setId;

    /**
     * The entry or the set while the schedule is pending, null afterwards; unique, so each has one pending schedule.
     */
    @Column(name = "pending_of")
    @Nullable
    UUID pendingFor;

    @Column(name = "happens_at")
    public Instant dueAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    ScheduleState state;

    @Column(name = "actor_id")
    String actorId;

    @Column(name = "actor_name")
    String actorName;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "actor_role")
    Role actorRole;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "lateness_millis")
    @Nullable
    Long latenessMillis;

    @Nullable
    String failure;

    @Column(name = "failed_entry")
    @Nullable
    UUID failedEntry;

    static Schedule ofEntry(UUID entry, Instant at, Actor by, Instant now) {
        Schedule schedule = of(entry, at, by, now);
        schedule.entryId = entry;
        return schedule;
    }

    public static Schedule ofSet(UUID set, Instant at, Actor by, Instant now) {
        Schedule schedule = of(set, at, by, now);
        schedule.setId = set;
        return schedule;
    }

    private static Schedule of(UUID owner, Instant at, Actor by, Instant now) {
        Schedule schedule = new Schedule();
        schedule.id = UuidV7.generate(now);
        schedule.pendingFor = owner;
        schedule.dueAt = at;
        schedule.state = ScheduleState.PENDING;
        schedule.actorId = by.id();
        schedule.actorName = by.name();
        schedule.actorRole = by.role();
        schedule.createdAt = now;
        return schedule;
    }

    /** The person who set the schedule, in whose name it is executed. */
    public Actor actor() {
        return new Actor(actorId, actorName, actorRole);
    }

    /** The owner of the planned steps: the publishing set, or this schedule itself. */
    public UUID stepsOwner() {
        return setId == null ? id : setId;
    }

    /** Details of the schedule in the audit events of its steps and of its failure. */
    public Map<String, String> auditDetails() {
        return setId == null
                ? Map.of("schedule", id.toString())
                : Map.of("schedule", id.toString(), "set", setId.toString());
    }

    boolean isPending() {
        return state == ScheduleState.PENDING;
    }

    void cancel(Instant now) {
        end(ScheduleState.CANCELLED, now);
    }

    public void complete(Instant now) {
        end(ScheduleState.DONE, now);
        latenessMillis = Duration.between(dueAt, now).toMillis();
    }

    public void fail(ScheduleFailure cause, Instant now) {
        end(ScheduleState.FAILED, now);
        latenessMillis = Duration.between(dueAt, now).toMillis();
        failure = cause.code();
        failedEntry = cause.entry();
    }

    private void end(ScheduleState outcome, Instant now) {
        if (!isPending()) {
            throw new IllegalStateException("Schedule " + id + " has already ended");
        }
        state = outcome;
        endedAt = now;
        pendingFor = null;
    }
}
