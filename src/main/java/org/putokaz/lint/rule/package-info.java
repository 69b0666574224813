/**
 * Linter of Serbian text, run before publication, and its rules. {@link org.putokaz.lint.rule.Linter} makes a {@link
 * org.putokaz.lint.PlainTextView} of a text and runs each {@link org.putokaz.lint.LintRule} that holds for its language and {@link
 * org.putokaz.lint.TextKind}; the rules report to the {@link org.putokaz.lint.FindingCollector}. Which telephone numbers a name or
 * title may show, the caller says by {@link org.putokaz.lint.rule.KnownNumbers}.
 */
@NullMarked
package org.putokaz.lint.rule;

import org.jspecify.annotations.NullMarked;
