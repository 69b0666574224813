package org.putokaz.planted.live.consistency;

/** Part of the machinery of consistent reads. */
public record PlantedExecutor() {}
