/**
 * Publishing sets: entries that are published or withdrawn together or not at all.
 *
 * <p>{@link org.putokaz.editorial.set.PublishingSetsResource} and {@link
 * org.putokaz.editorial.set.PublishingSetTransitionsResource} serve them. {@link
 * org.putokaz.editorial.set.PublishingSetService} creates and changes a set, {@link
 * org.putokaz.editorial.set.PublishingSetReviewService} approves its members, {@link
 * org.putokaz.editorial.set.PublishSetService} publishes it at once and {@link
 * org.putokaz.editorial.set.PublishingSetScheduleService} later. Its members are planned steps of the package {@code
 * publish}.
 */
@NullMarked
package org.putokaz.editorial.set;

import org.jspecify.annotations.NullMarked;
