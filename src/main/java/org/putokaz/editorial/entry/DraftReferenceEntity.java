package org.putokaz.editorial.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Reference from the newest revision of an entry to another entry. */
@Entity
@Table(schema = "editorial", name = "mention")
@NullUnmarked
class DraftReferenceEntity {

    @EmbeddedId
    Key key;

    @Embeddable
    record Key(
            @Column(name = "entry_id") UUID entryId,
            @Column(name = "to_id") UUID toId) {}

    static DraftReferenceEntity of(UUID entry, UUID to) {
        DraftReferenceEntity reference = new DraftReferenceEntity();
        reference.key = new Key(entry, to);
        return reference;
    }
}
