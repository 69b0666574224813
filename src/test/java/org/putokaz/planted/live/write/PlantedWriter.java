package org.putokaz.planted.live.write;

/** Writer that a family may not use. */
public record PlantedWriter() {}
