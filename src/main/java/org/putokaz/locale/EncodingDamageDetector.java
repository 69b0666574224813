package org.putokaz.locale;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Detector of texts that lost their letters, or got others for them, in a wrong character encoding: {@code ????????} for
 * Cyrillic saved as ASCII, {@code Ð¦ÐµÐ½Ñ‚Ð°Ñ€} for UTF-8 read as Windows-1252. Such a text is complete for a machine and
 * worthless for people.
 */
public final class EncodingDamageDetector {

    private static final Pattern TOKEN = Pattern.compile("\\S+");

    /** What addresses and queries have, whose question marks are meant. */
    private static final Pattern ADDRESS = Pattern.compile("://|www\\.|[=@&]");

    /** A word that is question marks only, or one with a question mark before or between its letters. */
    private static final Pattern LOST_LETTERS = Pattern.compile(
            "^[(„“\"'«]*" + "(?:\\?{3,}(?![^).,;:!”“\"'»])|\\?+\\p{L}[^\\s]*|\\p{L}+\\?+\\p{Ll}[^\\s]*)");

    private static final String REPLACEMENT_CHARACTER = "\uFFFD";

    /** The bytes 80 to BF, which continue a character in UTF-8, as Windows-1252 and ISO 8859-1 read them. */
    private static final String WESTERN_CONTINUATION =
            "[\u0080-\u00BF\u20AC\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u017D\u2018\u2019\u201C\u201D"
                    + "\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u017E\u0178]";

    /** The same bytes as Windows-1251 reads them. */
    private static final String CYRILLIC_CONTINUATION =
            "[\u0402\u0403\u0453\u0409\u040A\u040C\u040B\u040F\u0452\u0459\u045A\u045C\u045B\u045F\u040E\u045E\u0408\u0490\u0401"
                    + "\u0404\u0407\u0406\u0456\u0491\u0451\u0454\u0458\u0405\u0455\u0457\u00A0-\u00BF\u20AC\u2013-\u203A\u2116\u2122]";

    private static final Pattern WRONG_ENCODING = Pattern.compile(
            // UTF-8 read as Windows-1252: Serbian Cyrillic begins with D0 and D1, Latin letters with C3 to C5.
            "(?:[\u00D0\u00D1]" + WESTERN_CONTINUATION + "){2,}"
                    + "|[\u00C3-\u00C5][\u0080-\u00AC\u00AE-\u00BF\u2020\u2021\u2026\u2030\u2122\u20AC\u0152\u0192\u201E\u02C6\u02DC\u2018]"
                    // UTF-8 read as Windows-1251.
                    + "|(?:[\u0420\u0421]" + CYRILLIC_CONTINUATION + "){3,}"
                    // Windows-1251 read as Windows-1252: no language has words of such letters alone.
                    + "|(?<!\\p{L})[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF]{4,}(?!\\p{L})");

    /** How the text was damaged. */
    public enum Kind {
        /** Letters that the encoding does not have became question marks or replacement characters. */
        LOST_LETTERS,
        /** The bytes were read in another encoding than they were written in. */
        WRONG_ENCODING
    }

    /** @param excerpt the first damaged word, at most {@link #MAX_EXCERPT} characters of it */
    public record Damage(Kind kind, String excerpt) {}

    private static final int MAX_EXCERPT = 40;

    private EncodingDamageDetector() {}

    /** The first damage in the text, or empty. Takes time in proportion to its length. */
    public static Optional<Damage> find(String text) {
        return TOKEN.matcher(text)
                .results()
                .flatMap(token -> findInToken(token.group()).stream())
                .findFirst();
    }

    private static Optional<Damage> findInToken(String token) {
        Matcher wrong = WRONG_ENCODING.matcher(token);
        if (wrong.find()) {
            return Optional.of(new Damage(Kind.WRONG_ENCODING, excerpt(token)));
        }
        boolean lost =
                LOST_LETTERS.matcher(token).find() && !ADDRESS.matcher(token).find();
        return lost || token.contains(REPLACEMENT_CHARACTER)
                ? Optional.of(new Damage(Kind.LOST_LETTERS, excerpt(token)))
                : Optional.empty();
    }

    private static String excerpt(String found) {
        return found.substring(
                0, found.offsetByCodePoints(0, Math.min(MAX_EXCERPT, found.codePointCount(0, found.length()))));
    }
}
