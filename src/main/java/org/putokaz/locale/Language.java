package org.putokaz.locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;
import org.putokaz.problem.InvalidValueException;

/**
 * Language and script of a text, in one canonical spelling: two spellings of a tag are equal.
 *
 * @param tag a BCP 47 tag of a language and, optionally, its script, region and variants, in canonical case:
 *     {@code sr-Cyrl}, {@code en-GB}. Extensions and private use are refused: they say how to format, not what is written
 */
public record Language(@JsonValue String tag) implements Comparable<Language> {

    // The recommended buffer of RFC 5646, section 4.4.1.
    private static final int MAX_LENGTH = 35;
    private static final int SCRIPT_LENGTH = 4;
    private static final int MAX_REGION_LENGTH = 3;

    // Every repetition begins with a hyphen, so there is one way to read a tag, and its length is bounded beforehand.
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z]{4})?"
            + "(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*");

    public static final Language SR_CYRL = new Language("sr-Cyrl");
    public static final Language SR_LATN = new Language("sr-Latn");
    public static final Language EN = new Language("en");

    /**
     * Accepts any case.
     *
     * @throws InvalidValueException {@code invalid-language-tag}
     */
    public Language {
        if (tag.length() > MAX_LENGTH || !WELL_FORMED.matcher(tag).matches()) {
            throw new InvalidValueException(
                    "invalid-language-tag", tag.substring(0, Math.min(tag.length(), MAX_LENGTH)));
        }
        tag = inCanonicalCase(tag);
    }

    /**
     * The language of a tag in any case.
     *
     * @throws InvalidValueException {@code invalid-language-tag}
     */
    @JsonCreator
    public static Language of(String tag) {
        return new Language(tag);
    }

    @Override
    public int compareTo(Language other) {
        return tag.compareTo(other.tag);
    }

    @Override
    public String toString() {
        return tag;
    }

    private static String inCanonicalCase(String tag) {
        StringBuilder canonical = new StringBuilder(tag.toLowerCase(Locale.ROOT));
        for (int hyphen = canonical.indexOf("-"); hyphen >= 0; hyphen = canonical.indexOf("-", hyphen + 1)) {
            int next = canonical.indexOf("-", hyphen + 1);
            int end = next < 0 ? canonical.length() : next;
            int length = end - hyphen - 1;
            if (length == SCRIPT_LENGTH) {
                canonical.setCharAt(hyphen + 1, Character.toUpperCase(canonical.charAt(hyphen + 1)));
            } else if (length <= MAX_REGION_LENGTH) {
                canonical.replace(
                        hyphen + 1, end, canonical.substring(hyphen + 1, end).toUpperCase(Locale.ROOT));
            }
        }
        return canonical.toString();
    }
}
