package org.putokaz.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.Vocabulary;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.Attachment;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.IndexedFields;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.live.family.OldDateWarning;
import org.putokaz.live.family.OpenEndedDates;
import org.putokaz.live.family.References;
import org.putokaz.live.family.SortOrderKey;
import org.putokaz.live.family.WebAddressRule;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.locale.Language;
import org.putokaz.time.date.PartialDate;

/** Content family of the history events: validation, indexing and views. */
@ApplicationScoped
class EventFamily implements ContentFamily<EventContent> {

    static final String NAME = "history-events";

    private static final String UNITS = "organisational-units";

    private final EventRepository events;
    private final LiveEntryRepository entries;

    @Inject
    EventFamily(EventRepository events, LiveEntryRepository entries) {
        this.events = events;
        this.entries = entries;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Vocabulary> vocabularies() {
        return List.of(Vocabulary.of("event-categories", EventCategory.values()));
    }

    @Override
    public Class<EventContent> contentType() {
        return EventContent.class;
    }

    @Override
    public EventContent applyDerivation(EventContent content, LanguageDerivation derivation) {
        return content.withDerivedLanguages(derivation);
    }

    @Override
    public void validate(EventContent event, ContentViolations violations) {
        violations.checkRequired("/date", event.date());
        violations.checkLine("/dateNote", event.dateNote());
        violations.checkRequired("/title", event.title());
        violations.checkName("/title", event.title());
        violations.checkProse("/body", event.body());
        violations.checkRequired("/category", event.category());
        violations.checkDistinct("/units", event.units());
        violations.checkSize("/sources", event.sources());
        for (int i = 0; i < event.sources().size(); i++) {
            EventContent.Source source = event.sources().get(i);
            violations.checkRequired("/sources/" + i + "/title", source.title());
            violations.checkName("/sources/" + i + "/title", source.title());
            WebAddressRule.check("/sources/" + i + "/url", source.url(), violations);
        }
        Attachment.check("/attachments", event.attachments(), violations);
    }

    @Override
    public void findWarnings(EventContent event, LocalDate today, ContentViolations warnings) {
        LocalDate earliest = event.date() == null ? null : event.date().earliest();
        if (earliest != null && earliest.isAfter(today)) {
            warnings.add("/date", "event-to-come", earliest);
        }
        OldDateWarning.find("/date", event.date(), warnings);
    }

    @Override
    public IndexedFields indexedFields(UUID id, EventContent event) {
        List<IndexedFields.Reference> references = new ArrayList<>();
        for (int i = 0; i < event.units().size(); i++) {
            references.add(
                    new IndexedFields.Reference("units", UNITS, event.units().get(i), "/units/" + i));
        }
        return new IndexedFields(
                Objects.requireNonNull(event.title()), Map.of(), references, IndexedFields.LocationPrivacy.NONE);
    }

    @Override
    public IndexedFields.LocationPrivacy locationPrivacy(UUID id, EventContent content) {
        return IndexedFields.LocationPrivacy.NONE;
    }

    @Override
    public Set<UUID> describedEntries(EventContent event) {
        return Set.copyOf(event.units());
    }

    @Override
    public EventContent withReferences(EventContent event, Function<UUID, @Nullable UUID> replacement) {
        return new EventContent(
                event.date(),
                event.dateNote(),
                event.title(),
                event.body(),
                event.category(),
                References.replaceAll(event.units(), replacement),
                event.sources(),
                event.attachments(),
                event.sortOrder());
    }

    @Override
    public void saveIndexRow(UUID id, long position, EventContent event, ContentViolations violations) {
        EventEntity existing = events.findById(id);
        EventEntity entity = existing == null ? new EventEntity() : existing;
        PartialDate date = Objects.requireNonNull(event.date());
        entity.id = id;
        entity.category = Objects.requireNonNull(event.category()).wireName();
        entity.earliest = OpenEndedDates.orFirst(date.earliest());
        entity.latest = OpenEndedDates.orLast(date.latest());
        entity.placed = date.orderingDate();
        entity.sortOrder = event.sortOrder();
        entity.position = position;
        entity.orderKey = new SortOrderKey()
                .appendDay(entity.placed)
                .appendDay(entity.latest)
                .appendNumber(entity.sortOrder)
                .toBytes(id);
        if (existing == null) {
            events.persist(entity);
        }
    }

    @Override
    public void deleteIndexRow(UUID id) {
        events.deleteById(id);
    }

    @Override
    public boolean viewDependsOnEntryOnly() {
        return true;
    }

    @Override
    public List<EventView> views(Collection<LiveEntry> eventEntries, RequestContext request) {
        Language language = request.language();
        return eventEntries.stream()
                .map(entry -> entries.cachedView(
                        entry,
                        language,
                        EventView.class,
                        () -> EventView.of(entry, entries.content(entry, EventContent.class), request)))
                .toList();
    }
}
