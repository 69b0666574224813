package org.putokaz.guide;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.putokaz.live.part.PartEntity;

/** Row of a step that a guide has or had. */
@Entity
@Table(schema = "live", name = "help_guide_step")
@AttributeOverride(name = "entry", column = @Column(name = "guide"))
class StepEntity extends PartEntity {}
