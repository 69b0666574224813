package org.putokaz.editorial.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** An entry naming another one in its newest revision. */
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
        DraftReferenceEntity mention = new DraftReferenceEntity();
        mention.key = new Key(entry, to);
        return mention;
    }
}
