package org.putokaz.editorial.draft;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.putokaz.locale.SerbianTransliterator;

/**
 * Text spelt so that Cyrillic, Latin and Latin without its marks are the same: for looking something up, and for slugs.
 */
public final class SearchFolding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST_SLUG = 80;

    private SearchFolding() {}

    public static String of(String text) {
        String latin = SerbianTransliterator.text(text).toLowerCase(Locale.ROOT).replace("đ", "dj");
        return MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFD)).replaceAll("");
    }

    /** A slug made from a name; empty when no letter of it can stand in one. */
    static String slug(String name) {
        String joined = NO_SLUG.matcher(of(name)).replaceAll("-");
        String cut = joined.length() > LONGEST_SLUG ? joined.substring(0, LONGEST_SLUG) : joined;
        return cut.replaceFirst("^-", "").replaceFirst("-$", "");
    }
}
