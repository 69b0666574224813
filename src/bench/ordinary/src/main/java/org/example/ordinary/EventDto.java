package org.example.ordinary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** View of an event with the same fields as in Putokaz. */
public record EventDto(
        UUID id,
        String slug,
        DateDto date,
        String dateNote,
        String title,
        String body,
        String category,
        List<UUID> units,
        List<String> sources,
        int sortOrder,
        Instant publishedAt,
        Map<String, String> links,
        LocalisationDto localisation) {

    public record DateDto(String edtf, String precision, LocalDate earliest, LocalDate latest, String display) {}

    public record LocalisationDto(String language, Map<String, String> fallbacks) {}

    static EventDto of(Event event, String language) {
        return new EventDto(
                event.id,
                event.slug,
                new DateDto(event.edtf, event.precision, event.earliest, event.latest, event.texts.display(language)),
                null,
                event.texts.title(language),
                event.texts.body(language),
                event.category,
                event.unit == null ? List.of() : List.of(event.unit),
                List.of(),
                event.sortOrder,
                event.publishedAt,
                Map.of("self", "/api/v1/history-events/" + event.slug),
                new LocalisationDto(language, Map.of()));
    }
}
