package org.putokaz.live.family;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.Language;
import org.putokaz.locale.LatinDerivation;
import org.putokaz.locale.LocalisedText;

/**
 * Inverse of {@link LanguageDerivation}, which turns a published content into one to edit. A derived text that stayed would
 * count as the editor's own and no longer follow its source. A text that differs from what would be derived is the editor's
 * and stays.
 */
public final class DerivedLanguageRemover extends LanguageDerivation {

    @Override
    public @Nullable LocalisedText plain(@Nullable LocalisedText text) {
        return text == null ? null : withoutDerived(text, LatinDerivation::plain);
    }

    @Override
    public @Nullable LocalisedText prose(@Nullable LocalisedText text) {
        return text == null ? null : withoutDerived(text, LatinDerivation::prose);
    }

    private static LocalisedText withoutDerived(LocalisedText text, UnaryOperator<LocalisedText> derive) {
        Map<Language, String> rest = new TreeMap<>(text.texts());
        rest.remove(Language.SR_LATN);
        LocalisedText written = new LocalisedText(rest);
        return derive.apply(written).equals(text) ? written : text;
    }
}
