/**
 * Public holidays by country. {@link org.putokaz.time.holiday.HolidayCalendar} is the interface; Serbia's
 * calendar is built in, with the movable days from {@link org.putokaz.time.holiday.OrthodoxEaster}.
 */
@NullMarked
package org.putokaz.time.holiday;

import org.jspecify.annotations.NullMarked;
