package org.putokaz.lint.rule;

import com.ibm.icu.text.Normalizer2;
import java.util.List;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextSpan;

/**
 * Rule L6: decomposed letters, such as {@code c} and an accent for {@code ć}: the same to the eye and to nothing
 * else.
 */
final class UnicodeNormalizationRule implements LintRule {

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        String text = view.text();
        if (NFC.isNormalized(text)) {
            return;
        }
        int from = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (NFC.hasBoundaryBefore(text.codePointAt(i))) {
                check(new TextSpan(from, i), text, findings);
                from = i;
            }
        }
        check(new TextSpan(from, text.length()), text, findings);
    }

    private static void check(TextSpan letter, String text, FindingCollector findings) {
        String composed = NFC.normalize(letter.in(text));
        if (!composed.equals(letter.in(text))) {
            findings.add(LintCode.NOT_COMPOSED, letter, List.of(composed));
        }
    }
}
