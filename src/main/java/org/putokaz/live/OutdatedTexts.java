package org.putokaz.live;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Texts of an entry whose translation is older than the text in the authoritative language.
 *
 * @param byLanguage JSON pointers of the texts in the content, in their order, by language tag; no empty lists
 */
public record OutdatedTexts(Map<String, List<String>> byLanguage) {

    public static final OutdatedTexts NONE = new OutdatedTexts(Map.of());

    public OutdatedTexts {
        Map<String, List<String>> copy = new TreeMap<>();
        if (byLanguage != null) {
            byLanguage.forEach((language, pointers) -> {
                if (!pointers.isEmpty()) {
                    copy.put(language, List.copyOf(pointers));
                }
            });
        }
        byLanguage = copy;
    }

    /** @param stored what {@link #store} has returned */
    public static OutdatedTexts read(@Nullable String stored) {
        return stored == null ? NONE : ContentJson.read(stored, OutdatedTexts.class);
    }

    /** As JSON; null when no text is outdated. */
    public @Nullable String store() {
        return byLanguage.isEmpty() ? null : ContentJson.write(this);
    }

    public List<String> in(String languageTag) {
        return byLanguage.getOrDefault(languageTag, List.of());
    }
}
