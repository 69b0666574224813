package org.putokaz.editorial.publish;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.ContentJson;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;

/**
 * Stored {@link PublicationStep} for later: one of those of a publishing set, or the only one of an entry's schedule.
 *
 * <p>These rows are never locked, so that a withdrawal for safety can clear their notes while a schedule is being
 * executed.
 */
@Entity
@Table(schema = "editorial", name = "planned_step")
@NullUnmarked
public class PlannedStepEntity {

    @EmbeddedId
    Key key;

    @Column(name = "entry_id")
    public UUID entryId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public PublicationStep.Action action;

    @Nullable
    public Integer revision;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    Importance importance;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Nullable
    String note;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Nullable
    WithdrawalReason reason;

    @Column(name = "replaced_by")
    @Nullable
    UUID replacedBy;

    /** Tags of languages, separated by commas. */
    @Column(name = "still_current")
    @Nullable
    String stillCurrent;

    /** Position of the entry's last change when the schedule was set. */
    @Column(name = "seen_position")
    @Nullable
    public Long seenPosition;

    @Embeddable
    record Key(
            @Column(name = "owner_id") UUID ownerId,
            @Column(name = "place") int stepIndex) {}

    static PlannedStepEntity of(UUID owner, int stepIndex, PublicationStep step) {
        PlannedStepEntity planned = new PlannedStepEntity();
        planned.key = new Key(owner, stepIndex);
        planned.entryId = step.entry();
        planned.action = step.action();
        planned.revision = step.revision();
        planned.importance = step.importance();
        planned.note =
                step.note() == null ? null : ContentJson.tree(step.note()).toString();
        planned.reason = step.reason();
        planned.replacedBy = step.replacedBy();
        planned.stillCurrent = step.stillCurrent().isEmpty()
                ? null
                : step.stillCurrent().stream().map(Language::tag).collect(Collectors.joining(","));
        return planned;
    }

    public PublicationStep toStep() {
        return new PublicationStep(
                entryId, action, revision, importance, noteText(), reason, replacedBy, languages(), false);
    }

    private List<Language> languages() {
        return stillCurrent == null
                ? List.of()
                : Stream.of(stillCurrent.split(",")).map(Language::of).toList();
    }

    private @Nullable LocalisedText noteText() {
        return note == null ? null : ContentJson.read(ContentJson.parse(note), LocalisedText.class);
    }
}
