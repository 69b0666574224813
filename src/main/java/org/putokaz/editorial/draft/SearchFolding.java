package org.putokaz.editorial.draft;

import org.putokaz.locale.SerbianTransliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text spelt so that Cyrillic, Latin and Latin without its marks are the same: for looking something up, and for slugs.
 */
public final class SearchFolding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final int MAX_SLUG_LENGTH = 80;

    private SearchFolding() {}

    public static String fold(String text) {
        String latin = SerbianTransliterator.text(text).toLowerCase(Locale.ROOT).replace("đ", "dj");
        return MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFD)).replaceAll("");
    }

    /** A slug made from a name; empty when no letter of it can stand in one. */
    static String toSlug(String name) {
        String joined = NO_SLUG.matcher(fold(name)).replaceAll("-");
        String cut = joined.length() > MAX_SLUG_LENGTH ? joined.substring(0, MAX_SLUG_LENGTH) : joined;
        return cut.replaceFirst("^-", "").replaceFirst("-$", "");
    }
}
