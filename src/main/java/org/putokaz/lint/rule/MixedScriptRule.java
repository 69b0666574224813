package org.putokaz.lint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LetterTables;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextSpan;

/**
 * Rule L1: a word in two scripts, such as {@code жртавa} with a Latin a. It looks right, and is found by no search,
 * sorted after everything and left half Cyrillic in Latin. Loans such as {@code PDF-ом} are two words here.
 */
final class MixedScriptRule implements LintRule {

    private final boolean cyrillicText;

    /** @param cyrillicText whose side to take where a word has as many letters of the one as of the other */
    MixedScriptRule(boolean cyrillicText) {
        this.cyrillicText = cyrillicText;
    }

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        for (TextSpan word : view.words()) {
            if (!view.isAddress(word.from())) {
                check(word, view, findings);
            }
        }
    }

    void check(TextSpan span, PlainTextView view, FindingCollector findings) {
        String word = view.text(span);
        long latin = word.codePoints().filter(LetterTables::isLatin).count();
        long cyrillic = word.codePoints().filter(LetterTables::isCyrillic).count();
        if (latin == 0 || cyrillic == 0) {
            return;
        }
        boolean strayIsLatin = latin < cyrillic || (latin == cyrillic && cyrillicText);
        int stray = LetterTables.find(word, strayIsLatin ? LetterTables::isLatin : LetterTables::isCyrillic)
                .orElseThrow();
        findings.add(LintCode.MIXED_SCRIPT, span, remedies(word, strayIsLatin), LetterTables.described(word, stray));
    }

    private static List<String> remedies(String word, boolean cyrillicFirst) {
        List<String> remedies = new ArrayList<>();
        Optional<String> cyrillic = LetterTables.asCyrillic(word);
        Optional<String> latin = LetterTables.asLatin(word);
        (cyrillicFirst ? cyrillic : latin).ifPresent(remedies::add);
        (cyrillicFirst ? latin : cyrillic).ifPresent(remedies::add);
        if (remedies.isEmpty()) {
            hyphenated(word).ifPresent(remedies::add);
        }
        return remedies;
    }

    /** A Latin word with a Cyrillic ending, {@code PDFом}, lacks its hyphen. */
    private static Optional<String> hyphenated(String word) {
        int ending = LetterTables.find(word, LetterTables::isCyrillic).orElseThrow();
        boolean once = ending > 1
                && LetterTables.find(word.substring(ending), LetterTables::isLatin)
                        .isEmpty();
        return once ? Optional.of(word.substring(0, ending) + "-" + word.substring(ending)) : Optional.empty();
    }
}
