package org.putokaz.live.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A slug that an entry (or a step of a guide) has or had; it stays taken for ever. */
@Entity
@Table(schema = "live", name = "slug")
@NullUnmarked
public class SlugEntity {

    @EmbeddedId
    public Key key;

    @Column(name = "owner_id")
    public UUID ownerId;

    /** A slug is unique within its scope: the family's name, or the id of the guide for steps. */
    @Embeddable
    public record Key(String scope, String slug) {}
}
