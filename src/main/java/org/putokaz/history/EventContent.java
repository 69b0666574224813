package org.putokaz.history;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.family.Attachment;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.locale.LocalisedText;
import org.putokaz.time.date.PartialDate;

/**
 * Content of a history event in all languages, as editors write it and the store keeps it.
 *
 * @param dateNote addition to the date, such as "shortly before the founding"
 * @param units the units that it concerns
 * @param attachments links to leaflets about it
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
        List<Attachment> attachments,
        int sortOrder) {

    EventContent {
        units = units == null ? List.of() : List.copyOf(units);
        sources = sources == null ? List.of() : List.copyOf(sources);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** Source that documents the event. */
    record Source(@Nullable LocalisedText title, @Nullable String url) {}

    EventContent withDerivedLanguages(LanguageDerivation derivation) {
        return new EventContent(
                date,
                derivation.plain(dateNote),
                derivation.plain(title),
                derivation.prose(body),
                category,
                units,
                derivation.each(sources, source -> new Source(derivation.plain(source.title), source.url)),
                Attachment.withDerivedLanguages(attachments, derivation),
                sortOrder);
    }
}
