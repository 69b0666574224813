package org.putokaz.editorial.draft;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.putokaz.locale.SerbianTransliterator;

/** Folding of text for search and slugs: lower-case Latin letters without diacritics, whatever the script. */
public final class SearchFolding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_SLUG_CHARACTERS = Pattern.compile("[^a-z0-9]+");
    private static final int MAX_SLUG_LENGTH = 80;

    private SearchFolding() {}

    /** Cyrillic is transliterated; {@code đ} becomes {@code dj}. */
    public static String fold(String text) {
        String latin = SerbianTransliterator.text(text).toLowerCase(Locale.ROOT).replace("đ", "dj");
        return MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFD)).replaceAll("");
    }

    /** A slug of at most 80 characters derived from a name; empty when the name has no letter or digit. */
    static String toSlug(String name) {
        String joined = NOT_SLUG_CHARACTERS.matcher(fold(name)).replaceAll("-");
        String cut = joined.length() > MAX_SLUG_LENGTH ? joined.substring(0, MAX_SLUG_LENGTH) : joined;
        return cut.replaceFirst("^-", "").replaceFirst("-$", "");
    }
}
