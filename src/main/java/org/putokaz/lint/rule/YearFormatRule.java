package org.putokaz.lint.rule;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LetterTables;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextSpan;
import org.putokaz.locale.Language;
import org.putokaz.locale.SerbianTransliterator;

/**
 * Rule L8: a year is an ordinal number, {@code 2012. године}, and „исте године” is none at all once the text is
 * quoted.
 */
final class YearFormatRule implements LintRule {

    private static final String MONTHS =
            "јануар|фебруар|март|април|мај|јун|јул|август|септембар|октобар|новембар|децембар"
                    + "|септембр|октобр|новембр|децембр";
    private static final String OTHERS = "исте|ове|прошле|претходне|следеће|наредне|идуће";
    private static final String BLANKS = "[ \u00A0\n]{1,2}";
    private static final String YEAR = "(?<year>(?:1[89]|20|21)[0-9]{2})(?![0-9.])";

    private final Pattern withMonth;
    private final Pattern withWord;
    private final Pattern relative;

    YearFormatRule(Language language) {
        String word = BLANKS + in(language, "год");
        withMonth =
                pattern("(?<![\\p{L}])(?:" + in(language, MONTHS) + ")[ауau]?" + BLANKS + YEAR + "(?!" + word + ")");
        // Behind a dot stands the year of a date in figures, which another rule looks at.
        withWord = pattern("(?<![0-9.])(?<!\\.[ \u00A0])" + YEAR + "(?=" + word + ")");
        relative = pattern(
                "(?<![\\p{L}])(?:" + in(language, OTHERS) + ")" + BLANKS + in(language, "године") + "(?![\\p{L}])");
    }

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        for (Pattern pattern : List.of(withMonth, withWord)) {
            Matcher year = pattern.matcher(view.text());
            while (year.find()) {
                check(year, view, findings);
            }
        }
        Matcher words = relative.matcher(view.text());
        while (words.find()) {
            findings.add(LintCode.RELATIVE_YEAR, new TextSpan(words.start(), words.end()));
        }
    }

    private static void check(Matcher year, PlainTextView view, FindingCollector findings) {
        if (needsDot(year.end("year"), view)) {
            TextSpan span = new TextSpan(year.start("year"), year.end("year"));
            findings.add(LintCode.YEAR_WITHOUT_DOT, span, List.of(view.text(span) + "."));
        }
    }

    /** Whether an ordinal number that ends there needs a full stop: it is left out before any other mark. */
    static boolean needsDot(int end, PlainTextView view) {
        int next = end;
        while (next < view.length() && LetterTables.isBlank(view.at(next))) {
            next++;
        }
        return "\n\r".indexOf(view.at(next)) >= 0 || Character.isLetterOrDigit(view.at(next));
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String in(Language language, String cyrillic) {
        return language.equals(Language.SR_LATN) ? SerbianTransliterator.text(cyrillic) : cyrillic;
    }
}
