/**
 * Dates that are only partly known, and hours that somebody in need can rely on: what the calendar alone cannot say.
 * Pure values; the present moment always comes in as an argument.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.time;
