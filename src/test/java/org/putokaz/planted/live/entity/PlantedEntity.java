package org.putokaz.planted.live.entity;

/** Entity that only packages of {@code live} may use. */
public record PlantedEntity() {}
