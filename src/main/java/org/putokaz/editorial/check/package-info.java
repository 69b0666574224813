/**
 * Checks of entries beside the rules of the store: {@link org.putokaz.editorial.check.PlausibilityChecker} finds suspicious
 * values, {@link org.putokaz.editorial.check.TranslationChecker} translations that are older than the original,
 * {@link org.putokaz.editorial.check.WithdrawalImpact} what names an entry that is to be withdrawn,
 * {@link org.putokaz.editorial.check.LostReferenceFinder} what readers do not get since one is, and
 * {@link org.putokaz.editorial.check.EntryReferenceService} what names an entry at all.
 */
@NullMarked
package org.putokaz.editorial.check;

import org.jspecify.annotations.NullMarked;
