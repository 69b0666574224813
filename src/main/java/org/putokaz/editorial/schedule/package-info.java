/**
 * Publication and withdrawal at a given time.
 *
 * <p>A {@link org.putokaz.editorial.schedule.ScheduleRequest} is checked by {@link
 * org.putokaz.editorial.schedule.EntryScheduleValidator} and stored as a {@link
 * org.putokaz.editorial.schedule.Schedule} by {@link org.putokaz.editorial.schedule.EntryScheduleService}. {@link
 * org.putokaz.editorial.schedule.ScheduleRepository} finds and locks what is due, and {@link
 * org.putokaz.editorial.schedule.ScheduleView} shows it. The package {@code worker} executes it.
 */
@NullMarked
package org.putokaz.editorial.schedule;

import org.jspecify.annotations.NullMarked;
