package org.putokaz.pack;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Digest of the file from which an entry was last published; a file with the same digest is not published again. */
@Entity
@Table(schema = "pack", name = "loaded")
@NullUnmarked
class LoadedEntryEntity {

    @Id
    @Column(name = "entry_id")
    UUID entryId;

    String digest;
}
