package org.putokaz.live.part;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Row of a part that an entry has or had; removed parts stay, so that their addresses answer 410. */
@MappedSuperclass
@NullUnmarked
public abstract class PartEntity {

    @Id
    UUID id;

    /** Id of the entry that it is part of. */
    UUID entry;

    String slug;
    boolean live;
}
