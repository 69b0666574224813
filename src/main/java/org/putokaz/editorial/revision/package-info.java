/**
 * Read side of the revisions of an entry: the list of all saved states, one state with its text, and the difference
 * between two of them.
 *
 * <p>{@link RevisionQueryService} reads {@link org.putokaz.editorial.entry.Revision}s and returns the views;
 * {@link RevisionComparer} computes a difference, as a JSON Patch and field by field. Nothing here writes.
 */
@NullMarked
package org.putokaz.editorial.revision;

import org.jspecify.annotations.NullMarked;
