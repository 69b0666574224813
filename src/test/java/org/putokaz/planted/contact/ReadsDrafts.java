package org.putokaz.planted.contact;

import org.putokaz.planted.editorial.Draft;

/** Breaks the wall: what answers the public names what is not published. */
record ReadsDrafts(Draft draft) {}
