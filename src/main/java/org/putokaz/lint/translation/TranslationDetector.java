package org.putokaz.lint.translation;

import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.putokaz.lint.Finding;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextKind;
import org.putokaz.lint.TextSpan;
import org.putokaz.locale.Language;
import org.putokaz.locale.SerbianTransliterator;

/**
 * Detector of what is wrong with a text beside its translation (rule L14), without knowing what either says. Each finding is a
 * warning. Immutable; one instance serves all threads.
 */
public final class TranslationDetector {

    /** Names of one or two words are often the same in both languages. */
    private static final int MIN_WORDS_OF_A_SENTENCE = 3;

    /**
     * The findings in a text, in its order.
     *
     * @param kind of both texts
     * @param language of the text
     * @param original the text of which it is a translation
     * @param originalLanguage the language of the original
     */
    public List<Finding> detect(
            TextKind kind, Language language, String text, String original, Language originalLanguage) {
        PlainTextView view = PlainTextView.of(kind, text);
        FindingCollector findings = new FindingCollector(text, view);
        TextSpan whole = whole(view.text());
        if (whole.from() == whole.to()) {
            return List.of();
        }
        if (isOfOtherScript(view.text(), language)) {
            findings.add(LintCode.OTHER_SCRIPT, whole, language.tag());
            return findings.sorted();
        }
        PlainTextView originalView = PlainTextView.of(kind, original);
        compareNumbers(view.text(), originalView.text(), whole, originalLanguage, findings);
        if (isTransliteration(view, originalView.text(), language)) {
            findings.add(LintCode.NOT_TRANSLATED, whole, language.tag());
        }
        return findings.sorted();
    }

    /** Without the blanks around it. */
    private static TextSpan whole(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new TextSpan(from, to);
    }

    /** Whether more than half of its letters are Cyrillic in a language that is written in Latin script. */
    private static boolean isOfOtherScript(String text, Language language) {
        if (!ULocale.addLikelySubtags(ULocale.forLanguageTag(language.tag()))
                .getScript()
                .equals("Latn")) {
            return false;
        }
        long letters = text.codePoints().filter(Character::isLetter).count();
        long cyrillic = text.codePoints()
                .filter(character -> Character.UnicodeScript.of(character) == Character.UnicodeScript.CYRILLIC)
                .count();
        return cyrillic * 2 > letters;
    }

    private static void compareNumbers(
            String text, String original, TextSpan whole, Language originalLanguage, FindingCollector findings) {
        List<ComparableNumber> here = ComparableNumber.findIn(text);
        List<ComparableNumber> there = ComparableNumber.findIn(original);
        Set<String> digitsHere = ComparableNumber.digitsOf(here);
        Set<String> digitsThere = ComparableNumber.digitsOf(there);
        here.stream()
                .filter(number -> !digitsThere.contains(number.digits()))
                .forEach(number -> findings.add(LintCode.NUMBER_ADDED, number.span(), originalLanguage.tag()));
        there.stream()
                .map(number -> number.span().in(original))
                .filter(written -> !digitsHere.contains(ComparableNumber.digits(written)))
                .distinct()
                .forEach(written -> findings.add(LintCode.NUMBER_LEFT_OUT, whole, written, originalLanguage.tag()));
    }

    /** Whether a text in another language than Serbian is the Serbian one in Latin letters. */
    private static boolean isTransliteration(PlainTextView view, String original, Language language) {
        return !language.tag().startsWith("sr")
                && view.words().size() >= MIN_WORDS_OF_A_SENTENCE
                && simplified(view.text()).equals(simplified(SerbianTransliterator.text(original)));
    }

    /** Without diacritics, which are often left out. */
    private static String simplified(String text) {
        String simple = text.strip().toLowerCase(Locale.ROOT).replace("đ", "dj");
        return Normalizer.normalize(simple, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
