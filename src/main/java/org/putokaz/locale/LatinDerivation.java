package org.putokaz.locale;

import java.util.function.UnaryOperator;

/**
 * Derivation of the Serbian Latin text that no editor wrote, from the Cyrillic one. An editor's own {@code sr-Latn}
 * always stays; without {@code sr-Cyrl} there is nothing to derive from, and the text is left as it is.
 */
public final class LatinDerivation {

    private LatinDerivation() {}

    /** For names, labels and other text without markup. */
    public static LocalisedText plain(LocalisedText text) {
        return derived(text, SerbianTransliterator::text);
    }

    /** For CommonMark. */
    public static LocalisedText prose(LocalisedText text) {
        return derived(text, SerbianTransliterator::prose);
    }

    private static LocalisedText derived(LocalisedText text, UnaryOperator<String> toLatin) {
        if (text.get(Language.SR_LATN).isPresent()) {
            return text;
        }
        return text.get(Language.SR_CYRL)
                .map(cyrillic -> text.with(Language.SR_LATN, toLatin.apply(cyrillic)))
                .orElse(text);
    }
}
