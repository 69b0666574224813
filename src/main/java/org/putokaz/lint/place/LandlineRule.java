package org.putokaz.lint.place;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;

/**
 * Rule L13 for landlines of Serbia and Kosovo: the area code, 010 to 039, tells the town. Mobile, free and short numbers have
 * none. Source of the codes: RATEL, Plan numeracije (Službeni glasnik RS 44/2025).
 */
final class LandlineRule implements LintRule {

    private static final String GAP = "[ ()./–-]{0,2}";

    /** The prefix, the area code and at least five digits: seven to nine digits without the prefix. */
    private static final Pattern LANDLINE = Pattern.compile("(?<![\\p{L}\\p{N}])(?<![0-9][.,/–-])"
            + "(?:(?:(?:\\+|00) ?)?38[13]" + GAP + "(?:\\(?0\\)?" + GAP + ")?|\\(?0)"
            + "[123][0-9](?:" + GAP + "[0-9]){5,7}(?![0-9])");

    /** The end of 011-00123/2019, the number of a file. */
    private static final Pattern YEAR = Pattern.compile("/(?:19|20)[0-9]{2}(?![0-9])");

    private static final Pattern BEFORE_COMPANY_NUMBER =
            Pattern.compile("(?iu)(?:maticni broj|(?<!\\p{L})(?:mb|pib|jmbg))[: ]{0,3}\\z");

    private static final int LONGEST_LABEL = 20;

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        String text = ScriptFolding.fold(view.text());
        PlaceSpans spans = new PlaceSpans(findings, LintCode.PLACE_LANDLINE);
        spans.addAll(LANDLINE.matcher(text), match -> isTelephoneNumber(match, text));
        spans.report();
    }

    private static boolean isTelephoneNumber(Matcher match, String text) {
        String before = text.substring(Math.max(0, match.start() - LONGEST_LABEL), match.start());
        boolean fileNumber =
                YEAR.matcher(text).region(match.end(), text.length()).lookingAt();
        return !fileNumber && !BEFORE_COMPANY_NUMBER.matcher(before).find();
    }
}
