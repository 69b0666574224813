/**
 * Background work of the editorial side.
 *
 * <p>{@link org.putokaz.editorial.worker.ScheduleWorker} is a thread that has {@link
 * org.putokaz.editorial.worker.DueScheduleRunner} run what is due: {@link
 * org.putokaz.editorial.worker.ScheduleExecutor} executes one schedule in a transaction, {@link
 * org.putokaz.editorial.worker.ScheduleFailureRecorder} records a failure in another. {@link
 * org.putokaz.editorial.worker.LiveChangeRecorder} reads what content packs have published, at start and as part of
 * {@link org.putokaz.editorial.worker.EditorialMaintenance}.
 */
@NullMarked
package org.putokaz.editorial.worker;

import org.jspecify.annotations.NullMarked;
