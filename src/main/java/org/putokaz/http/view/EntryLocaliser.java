package org.putokaz.http.view;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final Set<String> outdatedTexts = new HashSet<>();
    private final Map<String, String> fallbacks = new TreeMap<>();
    private final Set<String> outdated = new TreeSet<>();

    public EntryLocaliser(RequestContext context) {
        this.languages = context.languages();
        this.language = context.language();
    }

    /**
     * Adds texts whose translation into the language of the response is older than the original.
     *
     * @param pointers JSON pointers of the texts in the response
     */
    public EntryLocaliser withOutdated(Collection<String> pointers) {
        outdatedTexts.addAll(pointers);
        return this;
    }

    /**
     * The text in the language of the response or in the nearest one that it has; null for none.
     *
     * @param pointer JSON pointer of the text in the response
     */
    public @Nullable String text(String pointer, @Nullable LocalisedText text) {
        return text == null ? null : required(pointer, text);
    }

    /** The text as a part of another one, whose own pointer tells of a fallback. */
    public String text(LocalisedText text) {
        return languages.resolve(text, language).orElseThrow().text();
    }

    /** The same for a text that every published entry has, in one language at least. */
    public String required(String pointer, LocalisedText text) {
        LanguagePolicy.Resolved resolved = languages.resolve(text, language).orElseThrow();
        if (!resolved.language().equals(language)) {
            fallbacks.put(pointer, resolved.language().tag());
        } else if (outdatedTexts.contains(pointer)) {
            outdated.add(pointer);
        }
        return resolved.text();
    }

    public @Nullable DateView date(@Nullable PartialDate date) {
        return date == null ? null : DateView.of(date, language);
    }

    public Localisation localisation() {
        return new Localisation(language.tag(), fallbacks, List.copyOf(outdated));
    }
}
