package org.putokaz.lint.place;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;

/**
 * Rule L13 for coordinates: decimal degrees, degrees with minutes, UTM and MGRS. Two numbers without any sign or word for
 * degrees count when they have four decimals at least.
 */
final class CoordinatesRule implements LintRule {

    private static final String NO_NUMBER_BEFORE = "(?<![\\p{L}\\p{N}])(?<![0-9][.,])";
    private static final String DECIMALS = "[-+−]?[0-9]{1,3}[.,][0-9]{4,12}";

    /** 44.8125, 20.4612 or 44,8125; 20,4612, each with a sign for its hemisphere or without. */
    private static final Pattern PAIR = Pattern.compile(NO_NUMBER_BEFORE + "(?<first>" + DECIMALS + ") ?°? ?[NSIZJEW]?"
            + "(?: ?[,;/|] ?| |\\n)(?:[NSIZJEW] ?)?(?<second>" + DECIMALS + ")(?![0-9%])");

    /** Two such numbers with words between them, in the region around Serbia alone. */
    private static final Pattern LOOSE_PAIR = Pattern.compile(NO_NUMBER_BEFORE + "(?<first>" + DECIMALS
            + ")[^0-9\\n]{1,30}(?<![0-9.,])(?<second>" + DECIMALS + ")(?![0-9%])");

    /** ?q=44.8,20.4 of a web address, in the same region. */
    private static final Pattern IN_WEB_ADDRESS =
            Pattern.compile("(?<=[=@/])(?<first>[-+]?[0-9]{1,2}\\.[0-9]{1,12})(?:,|%2C)"
                    + "(?:\\+|%20)?(?<second>[-+]?[0-9]{1,3}\\.[0-9]{1,12})(?![0-9%])");

    /** 44°48'45"N, 44° 48,75': a temperature or an angle has no minutes. */
    private static final Pattern DEGREES_AND_MINUTES = Pattern.compile(
            "(?<![0-9])(?:[NSIZJEW] ?)?[0-9]{1,3} ?[°º] ?[0-9]{1,2}(?:[.,][0-9]{2,8}| ?['′’´ʹ`]"
                    + "|(?:[.,][0-9]+)? ?['′’´ʹ`])(?: ?[0-9]{1,2}(?:[.,][0-9]+)? ?(?:[\"″”“]|''|′′|’’))?(?: ?[NSIZJEW](?!\\p{L}))?");

    /** 44.8125° N; without the sign for degrees in Latin letters. */
    private static final Pattern WITH_HEMISPHERE = Pattern.compile(
            NO_NUMBER_BEFORE
                    + "(?:[0-9]{1,3}[.,][0-9]{3,12} ?(?:[°º] ?[NSIZJEW]|[NSEW])(?!\\p{L})|[NS] ?[0-9]{1,2}[.,][0-9]{3,12}(?![0-9]))");

    private static final Pattern IN_WORDS = Pattern.compile("(?iu)(?<![0-9])[0-9]{1,3} ?(?:stepen\\p{L}{0,3}|degrees?)"
            + ",? (?:i |and )?[0-9]{1,2}(?:[.,][0-9]+)? ?(?:minut\\p{L}{0,3}|minutes?)");

    private static final Pattern NAMED = Pattern.compile("(?iu)(?<!\\p{L})(?:lat|lon|lng|latitude|longitude"
            + "|(?:geografsk\\p{L}{1,3} )?(?:sirin\\p{L}{1,2}|duzin\\p{L}{1,2})|koordinat\\p{L}{1,4}|coordinates?|gps)"
            + " ?(?:[:=]|su|are|is|je)? ?[-+−]?[0-9]{1,3}[.,][0-9]{2,12}(?: ?[°º]| ?[,;/] ?[-+−]?[0-9]{1,3}[.,][0-9]{2,12})"
            + "|(?<!\\p{L})(?:lat|lon|lng|latitude|longitude) ?[:=] ?[-+−]?[0-9]{1,3}[.,][0-9]{2,12}");

    /** 34T DQ 57 62; 34T 457000 4962000. */
    private static final Pattern GRID =
            Pattern.compile("(?<![\\p{L}\\p{N}])3[345] ?T(?: ?[A-HJ-NP-Z]{2} ?[0-9]{2,5} ?[0-9]{2,5}"
                    + "| [0-9]{6} [0-9]{7})(?![0-9])");

    private static final double MAX_LATITUDE = 90;
    private static final double MAX_LONGITUDE = 180;

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        String text = ScriptFolding.fold(view.text());
        PlaceSpans spans = new PlaceSpans(findings, LintCode.PLACE_COORDINATES);
        spans.addAll(PAIR.matcher(text), CoordinatesRule::isOnEarth);
        spans.addAll(IN_WEB_ADDRESS.matcher(text), CoordinatesRule::isNearSerbia);
        spans.addAll(LOOSE_PAIR.matcher(text), CoordinatesRule::isNearSerbia);
        for (Pattern pattern : new Pattern[] {DEGREES_AND_MINUTES, WITH_HEMISPHERE, IN_WORDS, NAMED, GRID}) {
            spans.addAll(pattern.matcher(text), match -> true);
        }
        spans.report();
    }

    private static boolean isOnEarth(Matcher pair) {
        return Math.abs(number(pair, "first")) <= MAX_LATITUDE && Math.abs(number(pair, "second")) <= MAX_LONGITUDE;
    }

    private static boolean isNearSerbia(Matcher pair) {
        double latitude = number(pair, "first");
        double longitude = number(pair, "second");
        return latitude > 40 && latitude < 49 && longitude > 13 && longitude < 30;
    }

    private static double number(Matcher pair, String group) {
        return Double.parseDouble(pair.group(group).replace(',', '.').replace('−', '-'));
    }
}
