/**
 * Model of the editorial side: an {@link org.putokaz.editorial.entry.EditorialEntry} and its numbered {@link
 * org.putokaz.editorial.entry.Revision}s.
 *
 * <p>The {@link org.putokaz.editorial.entry.Stage} belongs to the revision and the entry has that of its newest one;
 * {@link org.putokaz.editorial.entry.PublicState} says what the public sees. {@link
 * org.putokaz.editorial.entry.EditorialEntryRepository} reads, locks and stores both. Every change of state is a method
 * of the entry that refuses what its state does not allow.
 */
@NullMarked
package org.putokaz.editorial.entry;

import org.jspecify.annotations.NullMarked;
