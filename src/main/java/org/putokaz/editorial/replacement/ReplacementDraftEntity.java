package org.putokaz.editorial.replacement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Draft that a publishing set has made of an entry which named the replaced one. */
@Entity
@Table(schema = "editorial", name = "replacement_draft")
@NullUnmarked
class ReplacementDraftEntity {

    @EmbeddedId
    Key key;

    /** Number of the revision that the set has made. */
    int revision;

    /** Number of the newest revision before it. */
    @Column(name = "earlier_revision")
    int earlierRevision;

    /** Null until the set is cancelled. */
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Nullable
    ReplacementDraftOutcome outcome;

    @Embeddable
    record Key(
            @Column(name = "set_id") UUID setId,
            @Column(name = "entry_id") UUID entryId) {}

    static ReplacementDraftEntity of(UUID set, ReplacementDraft draft) {
        ReplacementDraftEntity entity = new ReplacementDraftEntity();
        entity.key = new Key(set, draft.entry());
        entity.revision = draft.revision();
        entity.earlierRevision = draft.earlierRevision();
        return entity;
    }
}
