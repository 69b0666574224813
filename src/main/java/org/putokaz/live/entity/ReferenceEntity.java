package org.putokaz.live.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** One entry naming another, in a role such as {@code parent}. */
@Entity
@Table(schema = "live", name = "reference")
@NullUnmarked
public class ReferenceEntity {

    @EmbeddedId
    public Key key;

    @Column(name = "to_id")
    public UUID toId;

    /** The family it must belong to, and where it stands in the content: for the message when it does not. */
    public String family;

    public String pointer;

    @Embeddable
    public record Key(@Column(name = "from_id") UUID fromId, String role, int ordinal) {}
}
