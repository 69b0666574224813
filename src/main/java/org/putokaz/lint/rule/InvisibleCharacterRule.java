package org.putokaz.lint.rule;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;
import java.util.List;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LetterTables;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextSpan;

/**
 * Rule L2: characters that cannot be seen and that no search expects: zero-width spaces, soft hyphens, direction
 * marks, controls, characters that exist in one font only or not at all.
 */
final class InvisibleCharacterRule implements LintRule {

    private static final int TEXT_PRESENTATION = 0xFE0E;
    private static final int EMOJI_PRESENTATION = 0xFE0F;

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        String text = view.text();
        int from = -1;
        int next;
        for (int i = 0; i < text.length(); i = next) {
            int character = text.codePointAt(i);
            next = i + Character.charCount(character);
            boolean hidden = isHidden(character);
            if (hidden && from < 0) {
                from = i;
            }
            boolean ends = !hidden || next == text.length();
            if (from >= 0 && ends) {
                report(new TextSpan(from, hidden ? next : i), text.codePointAt(from), findings);
                from = -1;
            }
        }
    }

    private static void report(TextSpan run, int first, FindingCollector findings) {
        findings.add(
                LintCode.INVISIBLE_CHARACTER,
                run,
                List.of(""),
                LetterTables.codePoint(first),
                LetterTables.name(first));
    }

    static boolean isHidden(int character) {
        return switch (character) {
            case '\n', '\r', '\t', TEXT_PRESENTATION, EMOJI_PRESENTATION -> false;
            default ->
                switch (UCharacter.getType(character)) {
                    case ECharacterCategory.CONTROL,
                            ECharacterCategory.FORMAT,
                            ECharacterCategory.PRIVATE_USE,
                            ECharacterCategory.SURROGATE,
                            ECharacterCategory.UNASSIGNED,
                            ECharacterCategory.LINE_SEPARATOR,
                            ECharacterCategory.PARAGRAPH_SEPARATOR -> true;
                    default -> UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
                };
        };
    }
}
