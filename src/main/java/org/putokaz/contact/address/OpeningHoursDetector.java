package org.putokaz.contact.address;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Detector of opening hours beside a telephone number: {@code 063 610 590 / 0-24}, {@code 00–24h: 116 006}. The digits of
 * hours can be those of a number too, so a caller first tries to read the whole text as one.
 */
final class OpeningHoursDetector {

    private static final String BLANK = "[\\p{Z}\\t]*";
    private static final String HOUR = "(?:[01]?[0-9]|2[0-4])(?:[:.][0-5][0-9])?";
    private static final String UNIT = "(?:(?:h|hrs?|hours?|[čc]as(?:a|ova)?|sat[ai]?|ч|х|час(?:а|ова)?|сат[аи]?)\\.?)";
    private static final String DAY = "(?:(?:pon|uto|sre|[čc]et|pet|sub|ned|пон|уто|сре|чет|пет|суб|нед"
            + "|mon|tue|wed|thu|fri|sat|sun)\\p{L}*\\.?|(?:svak|свак)\\p{L}+ (?:dan|дан)\\p{L}*"
            + "|(?:radn|радн)\\p{L}+ (?:dan|vrem|дан|врем)\\p{L}*)";
    // Word processors replace the hyphen by U+2010 to U+2014 and U+2212.
    private static final String TO = "(?:[-\u2010-\u2014\u2212]|do|до|to|till?)";

    private static final String DAYS = DAY + "(?:" + BLANK + TO + BLANK + DAY + ")?" + BLANK + "[:,]?" + BLANK;
    private static final String RANGE = "(?:(?:od|од|from)" + BLANK + ")?" + HOUR + BLANK + UNIT + "?" + BLANK + TO
            + BLANK + HOUR + "(?:" + BLANK + UNIT + ")?";
    private static final String ALWAYS =
            "24" + BLANK + "/" + BLANK + "7|24" + BLANK + UNIT + "|h24|non-?stop|нон-?стоп";
    private static final String HOURS = "(?:" + DAYS + ")?(?:" + ALWAYS + "|" + RANGE + ")";

    /** What separates the number and the hours; digits next to digits are one group of a number. */
    private static final String BETWEEN = "[\\p{Z}\\t/|,;:(\\[\\-\u2010-\u2014\u2212]+";

    private static final Pattern AFTER = compile("^(?<number>.*?[0-9)])" + BETWEEN + "(?<hours>" + HOURS + ")[)\\]]?$");
    private static final Pattern BEFORE =
            compile("^[(\\[]?(?<hours>" + HOURS + ")[)\\]]?" + BETWEEN + "(?<number>[+0-9(].*)$");

    /** A unit of time, the name of a day or minutes: no telephone number has these. */
    private static final Pattern LETTER_OR_COLON = Pattern.compile("[\\p{L}:]");

    /**
     * Opening hours and the number beside them.
     *
     * @param text both, without blanks at the ends
     * @param number as typed; it may be wrong by itself
     * @param hours as typed
     */
    record Finding(String text, String number, String hours) {

        /** Whether they can be nothing but hours, whatever the number is. */
        boolean unmistakable() {
            return LETTER_OR_COLON.matcher(hours).find();
        }
    }

    private OpeningHoursDetector() {}

    /** The opening hours at the end or at the beginning of a text; empty where there are none, or it is too long. */
    static Optional<Finding> find(String typed) {
        String text = typed.strip();
        if (text.length() > PhoneNumberText.MAX_LENGTH) {
            return Optional.empty();
        }
        return match(AFTER, text).or(() -> match(BEFORE, text));
    }

    private static Optional<Finding> match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find()
                ? Optional.of(new Finding(
                        text,
                        matcher.group("number").strip(),
                        matcher.group("hours").strip()))
                : Optional.empty();
    }

    private static Pattern compile(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
