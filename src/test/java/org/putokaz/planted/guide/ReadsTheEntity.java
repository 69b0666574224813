package org.putokaz.planted.guide;

import org.putokaz.planted.live.entity.PlantedEntity;

/** Family that depends on an entity of the store. */
record ReadsTheEntity(PlantedEntity entity) {}
