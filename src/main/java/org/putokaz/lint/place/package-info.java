/**
 * Rules that find what leads to a place in a text about a confidential location: {@link org.putokaz.lint.place.PlaceDetector}
 * runs one rule for each kind (streets, postal codes, coordinates, codes, map links, landlines) over the text, folded by
 * {@link org.putokaz.lint.place.ScriptFolding} to one spelling for both scripts.
 */
@NullMarked
package org.putokaz.lint.place;

import org.jspecify.annotations.NullMarked;
