package org.putokaz.pack;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Which state of an entry's file was published last, so that only changed files are published again. */
@Entity
@Table(schema = "pack", name = "loaded")
@NullUnmarked
class LoadedEntryEntity {

    @Id
    @Column(name = "entry_id")
    UUID entryId;

    String digest;
}
