package org.putokaz.live.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Reference from an entry to another in a role such as {@code parent}. */
@Entity
@Table(schema = "live", name = "reference")
@NullUnmarked
public class ReferenceEntity {

    @EmbeddedId
    public Key key;

    @Column(name = "to_id")
    public UUID toId;

    /** Family that the target has to belong to. */
    public String family;

    /** JSON pointer to the reference in the content, for messages. */
    public String pointer;

    @Embeddable
    public record Key(@Column(name = "from_id") UUID fromId, String role, int ordinal) {}
}
