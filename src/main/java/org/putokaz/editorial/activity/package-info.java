/**
 * What editors did, in words, at {@code /editorial/v1/activity}.
 *
 * <p>{@link org.putokaz.editorial.activity.ActivityResource} asks {@link org.putokaz.editorial.activity.ActivityService}, which reads
 * the audit trail, adds the names of entries and publishing sets, and words each action of {@link
 * org.putokaz.editorial.activity.ActivityKind} by the message catalogue.
 */
@NullMarked
package org.putokaz.editorial.activity;

import org.jspecify.annotations.NullMarked;
