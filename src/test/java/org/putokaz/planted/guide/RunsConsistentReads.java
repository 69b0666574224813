package org.putokaz.planted.guide;

import org.putokaz.planted.live.consistency.PlantedExecutor;

/** Family that depends on more than the annotation of consistent reads. */
record RunsConsistentReads(PlantedExecutor executor) {}
