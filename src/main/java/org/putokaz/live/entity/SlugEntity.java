package org.putokaz.live.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Slug that an entry or a sub-entry (step of a guide) has or had. It is never given to another owner. */
@Entity
@Table(schema = "live", name = "slug")
@NullUnmarked
public class SlugEntity {

    @EmbeddedId
    public Key key;

    @Column(name = "owner_id")
    public UUID ownerId;

    /** @param scope within which the slug is unique: the family's name; for steps, the id of the guide */
    @Embeddable
    public record Key(String scope, String slug) {}
}
