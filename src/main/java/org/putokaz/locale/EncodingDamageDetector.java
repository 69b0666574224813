package org.putokaz.locale;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.putokaz.problem.InvalidValueException;

/**
 * Detector of texts that lost their letters, or got others for them, in a wrong character encoding: {@code ????????} for
 * Cyrillic saved as ASCII, {@code Ð¦ÐµÐ½Ñ‚Ð°Ñ€} for UTF-8 read as Windows-1252. Such a text is complete for a machine and
 * worthless for people.
 */
public final class EncodingDamageDetector {

    private static final int MAX_EXCERPT = 40;

    /** Web and mail addresses, whose question marks are meant. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:[a-z][a-z0-9+.-]{0,20}:|www\\.)[^\\s)\\]>]*|(?<![^\\s(\\[<])[^\\s(\\[<@]++@[^\\s)\\]>]+");

    /** What decoders put for bytes that they cannot read. */
    private static final Pattern REPLACEMENT_CHARACTER = Pattern.compile("\uFFFD");

    /** Question marks between letters of one case, before the first letter of a word, or instead of a word. */
    private static final Pattern LOST_LETTERS =
            Pattern.compile("\\p{Ll}\\?+\\p{Ll}|\\p{Lu}\\?+\\p{Lu}|(?<![\\p{L}?!.])\\?+\\p{L}|(?<![\\p{L}?!.])\\?{4,}");

    /** The bytes 80 to BF, which continue a character in UTF-8, as Windows-1252 and ISO 8859-1 read them. */
    private static final String WESTERN_CONTINUATION = "[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";

    /** The same bytes as Windows-1250 reads them. */
    private static final String CENTRAL_EUROPEAN_CONTINUATION =
            "[\u00A0¤¦§¨©«¬\u00AD®°±´µ¶·¸»€‚„…†‡‰Š‹ŚŤŽŹ‘’“”•–—™š›śťžźˇ˘ŁĄŞŻ˛łąşĽ˝ľż]";

    /** The same bytes as Windows-1251 reads them. */
    private static final String CYRILLIC_CONTINUATION =
            "[ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕї]";

    private static final Pattern WRONG_ENCODING = Pattern.compile(
            // UTF-8 as Windows-1252: Serbian Cyrillic begins with D0 and D1, Latin letters with C3 to C5, dashes with
            // E2.
            "(?:[ÐÑ]" + WESTERN_CONTINUATION + "){2,}|Ã" + WESTERN_CONTINUATION + "|â€"
                    + "|[ÄÅ][\u0080-\u009F¡-©¬®-º¼-¿†‡‰™€Œƒˆ˜‘]"
                    // UTF-8 as Windows-1250.
                    + "|(?:[ĐŃ]" + CENTRAL_EUROPEAN_CONTINUATION + "){2,}|Ĺ" + CENTRAL_EUROPEAN_CONTINUATION + "|Ä[ŤŚ‡]"
                    // UTF-8 as Windows-1251.
                    + "|(?:[РС]" + CYRILLIC_CONTINUATION + "){3,}|(?:Е[ЎЅѕ]|Д[‡‘ЊЌ])(?=[A-Za-z])"
                    // Windows-1251 as Windows-1252 or 1250: no language has words without any letter of ASCII.
                    + "|(?<!\\p{L})[À-ÖØ-öø-ŠŢ-ſ]{4,}(?!\\p{L})");

    /** The letters ć and đ in Windows-1250, read as Windows-1252; no Serbian word has them. */
    private static final Pattern CENTRAL_EUROPEAN_AS_WESTERN = Pattern.compile("[æÆðÐ]");

    private EncodingDamageDetector() {}

    /**
     * Refuses a damaged text; the message argument is the first damaged word. Takes time in proportion to the length.
     *
     * @throws InvalidValueException {@code wrong-encoding} when the bytes were read in another encoding than they were written
     *     in; {@code letters-lost} when letters became question marks or replacement characters
     */
    public static void rejectDamage(String text) {
        reject(text, WRONG_ENCODING, "wrong-encoding");
        reject(text, REPLACEMENT_CHARACTER, "letters-lost");
        reject(ADDRESS.matcher(text).replaceAll(" "), LOST_LETTERS, "letters-lost");
    }

    /** The same with what is damage in one language only. */
    public static void rejectDamage(String text, Language language) {
        rejectDamage(text);
        if (language.equals(Language.SR_LATN)) {
            reject(text, CENTRAL_EUROPEAN_AS_WESTERN, "wrong-encoding");
        }
    }

    private static void reject(String text, Pattern damage, String code) {
        Matcher matcher = damage.matcher(text);
        if (matcher.find()) {
            throw new InvalidValueException(code, excerpt(wordAround(text, matcher.start(), matcher.end())));
        }
    }

    private static String wordAround(String text, int from, int to) {
        int start = from;
        while (start > 0 && from - start < MAX_EXCERPT && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        int end = to;
        while (end < text.length() && end - from < MAX_EXCERPT && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    private static String excerpt(String found) {
        return found.substring(
                0, found.offsetByCodePoints(0, Math.min(MAX_EXCERPT, found.codePointCount(0, found.length()))));
    }
}
