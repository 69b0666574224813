package org.putokaz.guide;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Row of a step that a guide has or had; removed steps stay, so that their addresses answer 410. */
@Entity
@Table(schema = "live", name = "help_guide_step")
@NullUnmarked
class StepEntity {

    @Id
    UUID id;

    UUID guide;
    String slug;
    boolean live;
}
