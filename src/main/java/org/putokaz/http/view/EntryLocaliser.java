package org.putokaz.http.view;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.RequestContext;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.locale.LocalisedText;
import org.putokaz.time.date.PartialDate;

/** One entry being read in one language: picks the texts and remembers where it had to take another language. */
public final class EntryLocaliser {

    private final LanguagePolicy languages;
    private final Language language;
    private final Map<String, String> fallbacks = new TreeMap<>();

    public EntryLocaliser(RequestContext reader) {
        this.languages = reader.languages();
        this.language = reader.language();
    }

    /** The text in the reader's language or the nearest one; {@code pointer} is where it will stand in the answer. */
    public @Nullable String text(String pointer, @Nullable LocalisedText text) {
        return text == null ? null : required(pointer, text);
    }

    /** The same for a text that every published entry has. */
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
