/**
 * Export of the published state. {@link org.putokaz.pack.write.PackWriter} takes every entry from the live store,
 * {@code AuthoredContent} removes what is derived from it, and the YAML of each becomes a file of a zip.
 */
@NullMarked
package org.putokaz.pack.write;

import org.jspecify.annotations.NullMarked;
