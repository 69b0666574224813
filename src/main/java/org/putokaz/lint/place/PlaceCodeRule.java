package org.putokaz.lint.place;

import java.util.regex.Pattern;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;

/** Rule L13 for codes of places: Open Location Codes (plus codes) and the three words of what3words. */
final class PlaceCodeRule implements LintRule {

    private static final String DIGIT = "[23456789CFGHJMPQRVWXcfghjmpqrvwx]";

    /** 8GP2RF6J+X5, RF6J+X5, 8GP20000+; one of the digits is a letter at least. */
    private static final Pattern PLUS_CODE =
            Pattern.compile("(?<![\\p{L}\\p{N}+])(?=[0-9+]*[A-Za-z])(?:(?:" + DIGIT + "{4}|" + DIGIT + "{6}|" + DIGIT
                    + "{8})\\+" + DIGIT + "{2,3}|" + DIGIT + "{2,6}0{2,6}\\+)(?![\\p{L}\\p{N}+])");

    /** ///filled.count.soap, also after the name of the service. */
    private static final Pattern THREE_WORDS =
            Pattern.compile("(?iu)(?:(?<![/:])///|(?:what3words|w3w)[\\p{L}]{0,3}[: ]{1,3}/{0,3})"
                    + "\\p{L}[\\p{L}\\p{M}-]{0,40}[.。]\\p{L}[\\p{L}\\p{M}-]{0,40}[.。]\\p{L}[\\p{L}\\p{M}-]{0,40}");

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        PlaceSpans codes = new PlaceSpans(findings, LintCode.PLACE_PLUS_CODE);
        codes.addAll(PLUS_CODE.matcher(view.text()), match -> true);
        codes.report();
        PlaceSpans words = new PlaceSpans(findings, LintCode.PLACE_WORDS);
        words.addAll(THREE_WORDS.matcher(view.text()), match -> true);
        words.report();
    }
}
