package org.putokaz.organisation.service;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.putokaz.live.part.PartEntity;

/** Row of a service that a unit has or had. */
@Entity
@Table(schema = "live", name = "organisational_unit_service")
@AttributeOverride(name = "entry", column = @Column(name = "unit"))
class ServiceEntity extends PartEntity {}
