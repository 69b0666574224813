/**
 * The interface between the published store and the families of content. A {@link org.putokaz.live.family.ContentFamily}
 * derives languages, validates a content into {@link org.putokaz.live.family.ContentViolations}, extracts the
 * {@link org.putokaz.live.family.IndexedFields}, keeps its own index row (sorted by a
 * {@link org.putokaz.live.family.SortOrderKey}) and maps entries to views.
 * {@link org.putokaz.live.family.ContentFamilyRegistry} finds families by name. The rules and formats that families share are
 * here too.
 */
@NullMarked
package org.putokaz.live.family;

import org.jspecify.annotations.NullMarked;
