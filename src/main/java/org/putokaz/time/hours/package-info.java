/**
 * Opening hours and the status that follows from them. {@link org.putokaz.time.hours.OpeningHours} holds {@link
 * org.putokaz.time.hours.WeeklyHours}, a {@link org.putokaz.time.hours.HolidayRule} and {@link
 * org.putokaz.time.hours.ExceptionalHours}; {@link org.putokaz.time.hours.OpeningHoursValidator} checks them;
 * {@link org.putokaz.time.hours.OpeningStatus} is computed for an instant, {@link org.putokaz.time.hours.CombinedStatus} for
 * several regimes of one channel.
 */
@NullMarked
package org.putokaz.time.hours;

import org.jspecify.annotations.NullMarked;
