package org.putokaz.editorial;

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
class Mention {

    @EmbeddedId
    Key key;

    @Embeddable
    record Key(
            @Column(name = "entry_id") UUID entryId,
            @Column(name = "to_id") UUID toId) {}

    static Mention of(UUID entry, UUID to) {
        Mention mention = new Mention();
        mention.key = new Key(entry, to);
        return mention;
    }
}
