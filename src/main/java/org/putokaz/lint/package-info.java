/**
 * Linter of Serbian text, run before publication. {@link org.putokaz.lint.Linter} takes a text and its {@link
 * org.putokaz.lint.TextKind}; {@link org.putokaz.lint.MarkdownTextExtractor} gives the {@link
 * org.putokaz.lint.PlainTextView}; each {@link org.putokaz.lint.LintRule} reports to the {@link
 * org.putokaz.lint.FindingCollector}; the result is a list of {@link org.putokaz.lint.Finding}. The package knows
 * nothing of entries and stores: any text can be linted.
 *
 * <p>Which telephone numbers a name or title may show, the caller says by {@link org.putokaz.lint.KnownNumbers}.
 *
 * <p>{@link org.putokaz.lint.place.PlaceDetector} is apart from the linter: it is for texts about a confidential location, and its
 * rules search the text in the form of {@link org.putokaz.lint.place.ScriptFolding}.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.lint;
