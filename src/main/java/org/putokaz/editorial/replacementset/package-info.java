/**
 * Publishing sets that withdraw an entry and lead the references to it to another one, as when two units are merged.
 *
 * <p>{@link org.putokaz.editorial.replacementset.ReplacementSetsResource} serves them. {@link
 * org.putokaz.editorial.replacementset.ReplacementSetService} has the package {@code replacement} make a draft of each entry that
 * names the withdrawn one, and creates the set through the package {@code set}, which does everything that follows.
 */
@NullMarked
package org.putokaz.editorial.replacementset;

import org.jspecify.annotations.NullMarked;
