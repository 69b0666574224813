package org.putokaz.planted.time;

import org.putokaz.planted.locale.Hen;

/** Needs the hen that needs it. */
public record Egg(Hen from) {}
