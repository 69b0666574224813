package org.putokaz.live;

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

/** One entry, live or gone. Nobody outside this package changes one. */
@Entity
@Table(schema = "live", name = "entry")
@NullUnmarked
class EntryRow {

    @Id
    UUID id;

    String family;
    String slug;
    boolean live;
    long position;
    int revision;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Nullable
    String document;

    @Nullable
    String digest;

    String importance;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Nullable
    String note;

    @Column(name = "major_position")
    long majorPosition;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Column(name = "major_note")
    @Nullable
    String majorNote;

    @Column(name = "first_published_at")
    Instant firstPublishedAt;

    @Column(name = "published_at")
    Instant publishedAt;

    @Nullable
    String reason;

    @Column(name = "replaced_by")
    @Nullable
    UUID replacedBy;

    @Column(name = "within_unit")
    @Nullable
    UUID withinUnit;

    @Column(name = "place_hidden")
    boolean placeHidden;

    @Column(name = "place_shown_of")
    @Nullable
    UUID placeShownOf;

    LiveEntry toLiveEntry() {
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
                new LiveEntry.Told(Importance.of(importance), note, majorPosition, majorNote));
    }
}
