/**
 * Texts and findings of the linter. {@link org.putokaz.lint.MarkdownTextExtractor} gives the {@link org.putokaz.lint.PlainTextView} of a
 * text; a {@link org.putokaz.lint.LintRule} reads it and reports to the {@link org.putokaz.lint.FindingCollector}; the result is a list of
 * {@link org.putokaz.lint.Finding}. The package knows nothing of entries and stores: any text can be linted.
 *
 * <p>The rules of Serbian text are in {@code rule}. {@code place} finds what leads to a confidential location, {@code translation}
 * what differs between a text and its translation.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.lint;
