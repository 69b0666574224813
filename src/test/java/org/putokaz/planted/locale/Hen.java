package org.putokaz.planted.locale;

import org.putokaz.planted.time.Egg;

/** Needs the egg that needs it. */
public record Hen(Egg from) {}
