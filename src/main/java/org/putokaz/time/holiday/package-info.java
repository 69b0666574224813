/**
 * Public holidays by country. {@link org.putokaz.time.holiday.HolidayCalendar} is the interface, {@link
 * org.putokaz.time.holiday.HolidayCalendars} finds the calendar of a country; Serbia's is built in, with the movable days from {@link org.putokaz.time.holiday.OrthodoxEaster}.
 */
@NullMarked
package org.putokaz.time.holiday;

import org.jspecify.annotations.NullMarked;
