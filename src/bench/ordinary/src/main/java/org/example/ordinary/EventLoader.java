package org.example.ordinary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills the table at start from a JSON array of objects, each with the responses for one event in three languages. */
@ApplicationScoped
public class EventLoader {

    @Inject
    EventRepository events;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "ordinary.content")
    File content;

    @Transactional
    void load(@Observes StartupEvent started) throws IOException {
        for (JsonNode languages : json.readTree(content)) {
            events.persist(event(languages));
        }
    }

    private static Event event(JsonNode languages) {
        JsonNode one = languages.get("en");
        Event event = new Event();
        event.id = UUID.fromString(one.get("id").asText());
        event.slug = one.get("slug").asText();
        event.edtf = one.at("/date/edtf").asText();
        event.precision = one.at("/date/precision").asText();
        event.earliest = day(one.at("/date/earliest"));
        event.latest = day(one.at("/date/latest"));
        event.category = one.get("category").asText();
        event.unit = one.get("units").isEmpty()
                ? null
                : UUID.fromString(one.at("/units/0").asText());
        event.sortOrder = one.get("sortOrder").asInt();
        event.publishedAt = Instant.parse(one.get("publishedAt").asText());
        event.texts = texts(languages);
        return event;
    }

    private static LocalDate day(JsonNode day) {
        return day.isNull() ? null : LocalDate.parse(day.asText());
    }

    private static Texts texts(JsonNode languages) {
        Texts texts = new Texts();
        texts.titleCyrillic = languages.at("/sr-Cyrl/title").asText();
        texts.titleLatin = languages.at("/sr-Latn/title").asText();
        texts.titleEnglish = languages.at("/en/title").asText();
        texts.bodyCyrillic = languages.at("/sr-Cyrl/body").asText();
        texts.bodyLatin = languages.at("/sr-Latn/body").asText();
        texts.bodyEnglish = languages.at("/en/body").asText();
        texts.displayCyrillic = languages.at("/sr-Cyrl/date/display").asText();
        texts.displayLatin = languages.at("/sr-Latn/date/display").asText();
        texts.displayEnglish = languages.at("/en/date/display").asText();
        return texts;
    }
}
