package org.putokaz.editorial.preview;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** What preview links are sealed with. */
@Entity
@Table(schema = "editorial", name = "preview_key")
@NullUnmarked
class PreviewKeyEntity {

    static final short THE_ONE = 1;

    @Id
    short id;

    String secret;
}
