package org.putokaz.live.family;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.Language;
import org.putokaz.locale.LatinDerivation;
import org.putokaz.locale.LocalisedText;

/**
 * Takes derived languages out again, so that what was published can be edited: a derived text that stayed would pass for
 * an editor's own, and would no longer follow the text it was derived from. What an editor wrote differently stays.
 */
public final class DerivedLanguageRemover extends LanguageDerivation {

    @Override
    public @Nullable LocalisedText plain(@Nullable LocalisedText text) {
        return text == null ? null : without(text, LatinDerivation::plain);
    }

    @Override
    public @Nullable LocalisedText prose(@Nullable LocalisedText text) {
        return text == null ? null : without(text, LatinDerivation::prose);
    }

    private static LocalisedText without(LocalisedText text, UnaryOperator<LocalisedText> derive) {
        Map<Language, String> rest = new TreeMap<>(text.texts());
        rest.remove(Language.SR_LATN);
        LocalisedText written = new LocalisedText(rest);
        return derive.apply(written).equals(text) ? written : text;
    }
}
