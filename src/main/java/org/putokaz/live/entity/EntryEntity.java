package org.putokaz.live.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.Importance;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.OutdatedTexts;
import org.putokaz.live.ReferenceDays;

/** Entry, published ({@code live}) or withdrawn. Only {@code live.write} and {@code live.transfer} change entries. */
@Entity
@Table(schema = "live", name = "entry")
@NullUnmarked
public class EntryEntity {

    @Id
    public UUID id;

    public String family;
    public String slug;
    public boolean live;
    public long position;
    public int revision;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Nullable
    public String document;

    /** See {@link #authoredDocument}. */
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Nullable
    public String authored;

    @Column(name = "authored_position")
    @Nullable
    public Long authoredPosition;

    /** {@link org.putokaz.live.OutdatedTexts} as JSON. */
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Nullable
    public String outdated;

    /** {@link ReferenceDays} as JSON. */
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Column(name = "reference_days")
    @Nullable
    public String referenceDays;

    /** Whether references to this withdrawn entry may lead to {@link #replacedBy}. */
    public boolean substitutable;

    @Nullable
    public String digest;

    public String importance;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Nullable
    public String note;

    @Column(name = "major_position")
    public long majorPosition;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Column(name = "major_note")
    @Nullable
    public String majorNote;

    @Column(name = "first_published_at")
    public Instant firstPublishedAt;

    @Column(name = "published_at")
    public Instant publishedAt;

    @Nullable
    public String reason;

    @Column(name = "replaced_by")
    @Nullable
    public UUID replacedBy;

    @Column(name = "within_unit")
    @Nullable
    public UUID parentUnit;

    @Column(name = "place_hidden")
    public boolean locationConfidential;

    @Column(name = "place_shown_of")
    @Nullable
    public UUID disclosedUnit;

    /**
     * The content as its editor wrote it; {@link #document} is what clients get. Null when the entry is withdrawn.
     */
    public @Nullable String authoredDocument() {
        boolean current = authoredPosition != null && authoredPosition == position;
        return authored != null && current ? authored : document;
    }

    public LiveEntry toLiveEntry() {
        return new LiveEntry(
                id,
                family,
                slug,
                live,
                position,
                revision,
                document,
                firstPublishedAt,
                publishedAt,
                reason,
                replacedBy,
                OutdatedTexts.read(outdated),
                ReferenceDays.read(referenceDays),
                new LiveEntry.ChangeInfo(Importance.of(importance), note, majorPosition, majorNote));
    }
}
