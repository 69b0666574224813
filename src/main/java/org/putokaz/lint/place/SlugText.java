package org.putokaz.lint.place;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of slugs and of the paths of web addresses, one character for each character: a separator becomes a blank and each word
 * gets a capital letter, as a slug has none. Percent-encoded letters are not decoded.
 */
final class SlugText {

    /** A segment of a path, or a value of a query. */
    private static final Pattern SEGMENT = Pattern.compile("(?<=[/=])[^\\s/?&=#<>()\\[\\]\"„“”«»]{3,300}");

    private static final Pattern ENCODED_BLANK = Pattern.compile("%20");
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("(?<=[0-9])[-_+](?=(?<next>[0-9]{1,5}))");

    /** Stands for what is no slug: no name goes on across it. */
    private static final char OTHER = ';';

    private static final int MAX_HOUSE_NUMBER_DIGITS = 3;

    private SlugText() {}

    /** The words of a slug: {@code Savska 35/2} of {@code savska-35-2}. */
    static String ofSlug(String slug) {
        String spaced = ENCODED_BLANK.matcher(slug).replaceAll("   ");
        StringBuilder words = new StringBuilder(spaced);
        Matcher between = BETWEEN_NUMBERS.matcher(spaced);
        while (between.find()) {
            boolean houseNumber = between.group("next").length() <= MAX_HOUSE_NUMBER_DIGITS;
            words.setCharAt(between.start(), houseNumber ? '/' : OTHER);
        }
        for (int i = 0; i < words.length(); i++) {
            char character = words.charAt(i);
            boolean begins = i == 0 || !Character.isLetterOrDigit(words.charAt(i - 1));
            if ("-_+".indexOf(character) >= 0) {
                words.setCharAt(i, ' ');
            } else if (character == '.') {
                words.setCharAt(i, OTHER);
            } else if (begins) {
                words.setCharAt(i, Character.toUpperCase(character));
            }
        }
        return words.toString();
    }

    /** The words of all paths and query values in a text; everything else is masked. */
    static String ofPaths(String text) {
        StringBuilder masked = new StringBuilder(String.valueOf(OTHER).repeat(text.length()));
        Matcher segment = SEGMENT.matcher(text);
        while (segment.find()) {
            masked.replace(segment.start(), segment.end(), ofSlug(segment.group()));
        }
        return masked.toString();
    }
}
