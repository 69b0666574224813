/**
 * Writing and review of drafts.
 *
 * <p>{@link org.putokaz.editorial.draft.DraftService} saves a {@link org.putokaz.editorial.draft.DraftRequest}, or a {@link
 * org.putokaz.editorial.draft.ContentPatch}, as a new revision: {@link org.putokaz.editorial.draft.DraftContentParser} reads
 * the content and refuses what no draft may hold, {@link org.putokaz.editorial.draft.DraftSlugAllocator} chooses the slug,
 * {@link org.putokaz.editorial.draft.DraftIndexer} updates what lists are filtered by. {@link
 * org.putokaz.editorial.draft.ReviewService} submits, approves and rejects it. {@link
 * org.putokaz.editorial.draft.IdempotencyService} lets a repeated request create nothing twice.
 */
@NullMarked
package org.putokaz.editorial.draft;

import org.jspecify.annotations.NullMarked;
