/**
 * Reading the published store for public responses, within a
 * {@link org.putokaz.live.consistency.ConsistentRead}. A family's resource describes a list with an
 * {@link org.putokaz.live.read.EntryListQuery} and a {@link org.putokaz.live.read.SortOrder} and gets a page from
 * {@link org.putokaz.live.read.LiveEntryRepository}; for a single entry {@link org.putokaz.live.read.EntryResolver} turns
 * the path into the entry, or into 404, 410 or 308. {@link org.putokaz.live.read.IncludedEntryLoader} adds the related entries
 * of {@code include}. {@link org.putokaz.live.read.LiveQueries} runs a family's own SQL, and
 * {@link org.putokaz.live.read.LongSnapshotRead} reads everything for a download.
 */
@NullMarked
package org.putokaz.live.read;

import org.jspecify.annotations.NullMarked;
