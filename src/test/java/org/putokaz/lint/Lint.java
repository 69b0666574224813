package org.putokaz.lint;

import java.util.List;
import java.util.Set;
import org.putokaz.lint.rule.Linter;
import org.putokaz.locale.Language;

/** What the linter says, short enough to stand in a table: {@code mixed-script «жртавa» жртава}. */
final class Lint {

    static final Linter LINTER = new Linter(Set.of("ASTRA"));

    private Lint() {}

    static List<Finding> findings(String language, TextKind kind, String text) {
        return LINTER.lint(Language.of(language), kind, text);
    }

    /** Each finding as its code, what was found, and the suggestions; several are parted by semicolons. */
    static String said(String language, TextKind kind, String text) {
        return String.join(
                "; ", findings(language, kind, text).stream().map(Lint::said).toList());
    }

    static String said(Finding finding) {
        String suggestions = String.join(" / ", finding.suggestions());
        return (finding.message().code() + " «" + finding.found() + "» " + suggestions).strip();
    }
}
