package org.putokaz.planted.stranger;

/** Lives in a package that has no row in the table. */
record Unannounced() {}
