package org.putokaz.editorial.preview;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** The one secret that signs preview tokens, in hexadecimal. */
@Entity
@Table(schema = "editorial", name = "preview_key")
@NullUnmarked
class PreviewKeyEntity {

    @Id
    short id;

    String secret;
}
