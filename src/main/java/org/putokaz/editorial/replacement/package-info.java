/**
 * Drafts that a publishing set makes when it replaces an entry.
 *
 * <p>The package {@code set} creates and cancels such sets. {@link org.putokaz.editorial.replacement.ReplacementDraftService}
 * makes a draft of each entry that names the replaced one, restores the texts when the set is cancelled, and reports what
 * became of them.
 */
@NullMarked
package org.putokaz.editorial.replacement;

import org.jspecify.annotations.NullMarked;
