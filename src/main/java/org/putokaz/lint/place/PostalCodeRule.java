package org.putokaz.lint.place;

import java.util.regex.Pattern;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;

/**
 * Rule L13 for postal codes: a code of Serbia beside the name of a town, or after the words for it. The address code (ПАК) of
 * six digits, which leads to a street, counts as well.
 */
final class PostalCodeRule implements LintRule {

    private static final String TOWN_AFTER =
            "(?!(?:RSD|EUR|USD|CHF|KM|DIN)(?!\\p{L}))\\p{Lu}\\p{L}{2,}(?: \\p{Lu}\\p{L}{2,})?";

    /** 11000 Београд, RS-21000 Novi Sad. */
    private static final Pattern BEFORE_TOWN =
            Pattern.compile("(?<![\\p{L}\\p{N}.,/+-])(?<!(?:ISO|EN|SRPS|IEC|br\\.|broj) ?)(?:(?:RS|SRB|SR|YU) ?- ?)?"
                    + "[123][0-9]{4}(?![0-9])[ ,–-]{1,3}" + TOWN_AFTER);

    /** 21 000 Нови Сад: only before a known town, as a number of people is written in the same way. */
    private static final Pattern SPACED =
            Pattern.compile("(?<![\\p{L}\\p{N}.,/+-])[123][0-9] [0-9]{3}[ ,–-]{1,3}(?=\\p{Lu})" + SerbianTowns.PATTERN);

    /** Београд 11000. */
    private static final Pattern AFTER_TOWN = Pattern.compile(
            "(?<!\\p{L})(?=\\p{Lu})" + SerbianTowns.PATTERN + "[ ,–-]{1,3}[123][0-9] ?[0-9]{3}(?![0-9]| ?\\p{Ll}{3})");

    /** Поштански број 21000, ПАК 112345. */
    private static final Pattern AFTER_WORD = Pattern.compile("(?iu)(?<!\\p{L})(?:postansk\\p{L}{1,3} broj\\p{L}{0,2}"
            + "|post\\. ?broj|ptt(?: broj)?|zip(?: code)?|postal code|postcode|(?-i:PAK))[: ]{1,3}[123][0-9] ?[0-9]{2} ?[0-9]{1,2}"
            + "(?![0-9])");

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        String text = ScriptFolding.fold(view.text());
        PlaceSpans spans = new PlaceSpans(findings, LintCode.PLACE_POSTAL_CODE);
        for (Pattern pattern : new Pattern[] {BEFORE_TOWN, SPACED, AFTER_TOWN, AFTER_WORD}) {
            spans.addAll(pattern.matcher(text), match -> true);
        }
        spans.report();
    }
}
