package org.putokaz.locale;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.VersionInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Collation of names in each language: sort keys as bytes, which a database can sort and page by without knowing a
 * language. The two Serbian scripts have two orders, so a name has one key in each.
 */
public final class NameCollation {

    // Goes up when the settings below change, because every stored key is then out of date.
    private static final int SETTINGS = 1;

    private static final Map<Language, Collator> COLLATORS = new ConcurrentHashMap<>();

    private NameCollation() {}

    /**
     * The sort key of a text, for a language that is offered or written in. Keys of one language and one
     * {@link #version} compare as unsigned bytes; numbers go by their value ({@code Центар 2} before {@code Центар 10}).
     */
    public static byte[] key(Language language, String text) {
        Collator collator = COLLATORS.computeIfAbsent(language, NameCollation::collator);
        return collator.getCollationKey(SerbianTransliterator.composed(text)).toByteArray();
    }

    /** Negative, zero or positive as the first key comes before, with or after the second. */
    public static int compare(byte[] first, byte[] second) {
        return Arrays.compareUnsigned(first, second);
    }

    /** Changes with ICU, its data and our settings; keys of another version must be made anew. */
    public static String version() {
        Collator root = Collator.getInstance(ULocale.ROOT);
        return "%d/%s/%s/%s".formatted(SETTINGS, VersionInfo.ICU_VERSION, root.getVersion(), root.getUCAVersion());
    }

    private static Collator collator(Language language) {
        return Collator.getInstance(ULocale.forLanguageTag(language.tag() + "-u-kn-true"))
                .freeze();
    }
}
