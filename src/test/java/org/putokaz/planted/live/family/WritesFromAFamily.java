package org.putokaz.planted.live.family;

import org.putokaz.planted.live.write.PlantedWriter;

/** Family interface that depends on the writing side. */
record WritesFromAFamily(PlantedWriter writer) {}
