package org.putokaz.locale;

import com.ibm.icu.text.Normalizer2;

/**
 * Transliterator from Serbian Cyrillic to Serbian Latin (gajica). ICU has nothing that does it: most of its
 * identifiers silently give ISO 9, the one for Serbian sees letters where words decide ({@code ОДЕЉЕЊЕ Љ}, {@code
 * Б.Љ.}), rewrites mail addresses, and does not answer in NFC.
 */
public final class SerbianTransliterator {

    /** Version of the rules, which changes when any text is transliterated differently; stored beside stored or cached output. */
    public static final String VERSION = "2";

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private SerbianTransliterator() {}

    /**
     * Plain text in Latin, in NFC. Mail addresses, URLs, domain names, text already in Latin and letters that are neither
     * Serbian nor {@link ForeignCyrillic} stay as they are.
     */
    public static String text(String cyrillic) {
        String composed = composed(cyrillic);
        return composed(
                MappedTransliteration.of(composed, AddressDetector.in(composed)).latin());
    }

    /**
     * CommonMark in Latin: what a reader reads is rewritten as by {@link #text}, while targets, titles, code, raw HTML,
     * entities and the marks themselves keep every byte. It renders to the same structure as the original.
     */
    public static String prose(String markdown) {
        return MarkdownTransliterator.of(markdown);
    }

    static String composed(CharSequence text) {
        return NFC.normalize(text);
    }
}
