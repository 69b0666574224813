/**
 * Dates known in part, opening hours and public holidays, as pure values: the current instant is always an argument.
 * {@code time.date} parses and formats partial dates, {@code time.hours} computes opening status, {@code
 * time.holiday} knows the public holidays.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.time;
