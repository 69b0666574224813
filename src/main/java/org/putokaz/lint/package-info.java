/**
 * Reads texts as a strict proofreader of Serbian would, before they are published: letters that only look right, dates,
 * spaces and quotation marks. It knows nothing of entries and stores, so that every text can be shown to it.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.lint;
