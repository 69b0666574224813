/**
 * Proofreading of drafts: {@link org.putokaz.editorial.proofread.DraftProofreader} runs the linter over the texts of a revision that
 * {@link org.putokaz.editorial.proofread.ContentTextFinder} collects, and gives each finding its place in the entry ({@link
 * org.putokaz.editorial.proofread.LocatedFinding}).
 */
@NullMarked
package org.putokaz.editorial.proofread;

import org.jspecify.annotations.NullMarked;
