/**
 * Consistent reads without transactions: the only seam of public reads that no cached response can serve. A method with
 * {@link org.putokaz.live.consistency.ConsistentRead} goes through an interceptor to
 * {@link org.putokaz.live.consistency.ConsistentReadExecutor}, which explains the algorithm and opens a
 * {@link org.putokaz.live.consistency.ReadVersionContext}; {@link org.putokaz.live.consistency.VersionedQueries} verify the
 * version, and {@link org.putokaz.live.consistency.EntryCache} spares reading entries again. Outside of {@code live} only the
 * annotation is used; families query with {@link org.putokaz.live.read.LiveQueries}.
 */
@NullMarked
package org.putokaz.live.consistency;

import org.jspecify.annotations.NullMarked;
