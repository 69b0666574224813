package org.putokaz.live.family;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.LatinDerivation;
import org.putokaz.locale.LocalisedText;

/**
 * Derivation of missing languages from the authoritative one, field by field (docs/decisions/0004). Names and labels are
 * plain text, prose is CommonMark.
 */
public class LanguageDerivation {

    public @Nullable LocalisedText plain(@Nullable LocalisedText text) {
        return text == null ? null : LatinDerivation.plain(text);
    }

    public @Nullable LocalisedText prose(@Nullable LocalisedText text) {
        return text == null ? null : LatinDerivation.prose(text);
    }

    public <T> List<T> each(List<T> items, UnaryOperator<T> item) {
        return items.stream().map(item).toList();
    }
}
