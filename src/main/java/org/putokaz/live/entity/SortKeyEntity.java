package org.putokaz.live.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Sort key of an entry's name in one language, with the entry's position for lists. */
@Entity
@Table(schema = "live", name = "sort_key")
@NullUnmarked
public class SortKeyEntity {

    @EmbeddedId
    public Key key;

    public String family;
    public long position;

    @Column(name = "sort_key")
    public byte[] sortKey;

    @Embeddable
    public record Key(@Column(name = "entry_id") UUID entryId, String language) {}
}
