/**
 * Writing and review of drafts.
 *
 * <p>{@link DraftService} saves a {@link DraftRequest}, or a {@link ContentPatch}, as a new revision:
 * {@link DraftContentParser} reads the content and refuses what no draft may hold, {@link DraftPartAllocator} gives its parts ids and slugs, {@link DraftSlugAllocator}
 * chooses the slug, {@link DraftIndexer} updates what lists are filtered by. {@link ReviewService} submits, approves
 * and rejects it. {@link IdempotencyService} lets a repeated request create nothing twice.
 */
@NullMarked
package org.putokaz.editorial.draft;

import org.jspecify.annotations.NullMarked;
