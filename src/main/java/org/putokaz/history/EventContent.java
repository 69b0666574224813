package org.putokaz.history;

import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.locale.LocalisedText;
import org.putokaz.time.date.PartialDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event in the institution's history with all its languages.
 *
 * @param dateNote what the date alone cannot say, such as "shortly before the founding"
 * @param units the units it concerns
 * @param sortOrder smaller comes first among events of the same date
 */
record EventContent(
        @Nullable PartialDate date,
        @Nullable LocalisedText dateNote,
        @Nullable LocalisedText title,
        @Nullable LocalisedText body,
        @Nullable EventCategory category,
        List<UUID> units,
        List<Source> sources,
        int sortOrder) {

    EventContent {
        units = units == null ? List.of() : List.copyOf(units);
        sources = sources == null ? List.of() : List.copyOf(sources);
    }

    /** Where it can be read that the event happened. */
    record Source(@Nullable LocalisedText title, @Nullable String url) {}

    EventContent derived(LanguageDerivation derive) {
        return new EventContent(
                date,
                derive.plain(dateNote),
                derive.plain(title),
                derive.prose(body),
                category,
                units,
                derive.each(sources, source -> new Source(derive.plain(source.title), source.url)),
                sortOrder);
    }
}
