/**
 * Comparison of a text with its translations: {@link org.putokaz.lint.translation.TranslationDetector} is given both, and finds
 * another script than that of the language, numbers that only one of them has, and a text that was transliterated only.
 */
@NullMarked
package org.putokaz.lint.translation;

import org.jspecify.annotations.NullMarked;
