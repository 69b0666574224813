package org.putokaz.http.view;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.RequestContext;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.locale.LocalisedText;
import org.putokaz.time.date.PartialDate;

/**
 * Localiser of one entry: picks its texts in the language of the response and records where it had to fall back to
 * another language. Not thread-safe; one instance for one view.
 */
public final class EntryLocaliser {

    private final LanguagePolicy languages;
    private final Language language;
    private final Map<String, String> fallbacks = new TreeMap<>();

    public EntryLocaliser(RequestContext context) {
        this.languages = context.languages();
        this.language = context.language();
    }

    /**
     * The text in the language of the response or in the nearest one that it has; null for none.
     *
     * @param pointer JSON pointer of the text in the response
     */
    public @Nullable String text(String pointer, @Nullable LocalisedText text) {
        return text == null ? null : required(pointer, text);
    }

    /** The same for a text that every published entry has, in one language at least. */
    public String required(String pointer, LocalisedText text) {
        LanguagePolicy.Resolved resolved = languages.resolve(text, language).orElseThrow();
        if (!resolved.language().equals(language)) {
            fallbacks.put(pointer, resolved.language().tag());
        }
        return resolved.text();
    }

    public @Nullable DateView date(@Nullable PartialDate date) {
        return date == null ? null : DateView.of(date, language);
    }

    public Localisation localisation() {
        return new Localisation(language.tag(), fallbacks);
    }
}
