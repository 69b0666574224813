package org.putokaz.live.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Value of a many-valued field of an entry, for list filters. */
@Entity
@Table(schema = "live", name = "facet")
@NullUnmarked
public class FacetEntity {

    @EmbeddedId
    public Key key;

    @Embeddable
    public record Key(
            @Column(name = "entry_id") UUID entryId,
            String facet,
            @Column(name = "facet_value") String value) {}
}
