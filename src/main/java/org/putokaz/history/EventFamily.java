package org.putokaz.history;

import org.putokaz.http.request.RequestContext;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.IndexedFields;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.live.family.OpenEndedDates;
import org.putokaz.live.family.SortOrderKey;
import org.putokaz.live.family.WebAddressRule;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.locale.Language;
import org.putokaz.time.date.PartialDate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** History events, as the store sees them. */
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
    public Class<EventContent> contentType() {
        return EventContent.class;
    }

    @Override
    public EventContent applyDerivation(EventContent content, LanguageDerivation derivation) {
        return content.derived(derivation);
    }

    @Override
    public void validate(EventContent event, ContentViolations check) {
        check.checkRequired("/date", event.date());
        check.checkLine("/dateNote", event.dateNote());
        check.checkRequired("/title", event.title());
        check.checkLine("/title", event.title());
        check.checkProse("/body", event.body());
        check.checkRequired("/category", event.category());
        check.checkDistinct("/units", event.units());
        check.checkSize("/sources", event.sources());
        for (int i = 0; i < event.sources().size(); i++) {
            EventContent.Source source = event.sources().get(i);
            check.checkRequired("/sources/" + i + "/title", source.title());
            check.checkLine("/sources/" + i + "/title", source.title());
            WebAddressRule.check("/sources/" + i + "/url", source.url(), check);
        }
    }

    @Override
    public IndexedFields indexedFields(UUID id, EventContent event) {
        List<IndexedFields.Reference> references = new ArrayList<>();
        for (int i = 0; i < event.units().size(); i++) {
            references.add(
                    new IndexedFields.Reference("units", UNITS, event.units().get(i), "/units/" + i));
        }
        return new IndexedFields(Objects.requireNonNull(event.title()), Map.of(), references, IndexedFields.LocationPrivacy.NONE);
    }

    @Override
    public IndexedFields.LocationPrivacy locationPrivacy(UUID id, EventContent content) {
        return IndexedFields.LocationPrivacy.NONE;
    }

    @Override
    public void saveIndexRow(UUID id, long position, EventContent event, ContentViolations check) {
        EventEntity known = events.findById(id);
        EventEntity row = known == null ? new EventEntity() : known;
        PartialDate date = Objects.requireNonNull(event.date());
        row.id = id;
        row.category = Objects.requireNonNull(event.category()).wireName();
        row.earliest = OpenEndedDates.orFirst(date.earliest());
        row.latest = OpenEndedDates.orLast(date.latest());
        row.placed = date.orderingDate();
        row.sortOrder = event.sortOrder();
        row.position = position;
        row.orderKey = new SortOrderKey()
                .appendDay(row.placed)
                .appendDay(row.latest)
                .appendNumber(row.sortOrder)
                .toBytes(id);
        if (known == null) {
            events.persist(row);
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
    public List<EventView> views(Collection<LiveEntry> some, RequestContext reader) {
        Language language = reader.language();
        return some.stream()
                .map(entry -> entries.cachedView(
                        entry,
                        language,
                        EventView.class,
                        () -> EventView.of(entry, entries.content(entry, EventContent.class), reader)))
                .toList();
    }
}
