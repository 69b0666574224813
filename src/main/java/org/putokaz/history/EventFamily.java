package org.putokaz.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.putokaz.http.Reader;
import org.putokaz.live.Bounds;
import org.putokaz.live.Check;
import org.putokaz.live.Derivation;
import org.putokaz.live.Facts;
import org.putokaz.live.Family;
import org.putokaz.live.LiveEntries;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.OrderKey;
import org.putokaz.live.WebAddressRule;
import org.putokaz.locale.Language;
import org.putokaz.time.PartialDate;

/** History events, as the store sees them. */
@ApplicationScoped
class EventFamily implements Family<EventContent> {

    static final String NAME = "history-events";

    private static final String UNITS = "organisational-units";

    private final Events events;
    private final LiveEntries entries;

    @Inject
    EventFamily(Events events, LiveEntries entries) {
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
    public EventContent derived(EventContent content, Derivation derivation) {
        return content.derived(derivation);
    }

    @Override
    public void check(EventContent event, Check check) {
        check.required("/date", event.date());
        check.line("/dateNote", event.dateNote());
        check.required("/title", event.title());
        check.line("/title", event.title());
        check.prose("/body", event.body());
        check.required("/category", event.category());
        check.distinct("/units", event.units());
        check.count("/sources", event.sources());
        for (int i = 0; i < event.sources().size(); i++) {
            EventContent.Source source = event.sources().get(i);
            check.required("/sources/" + i + "/title", source.title());
            check.line("/sources/" + i + "/title", source.title());
            WebAddressRule.check("/sources/" + i + "/url", source.url(), check);
        }
    }

    @Override
    public Facts facts(UUID id, EventContent event) {
        List<Facts.Reference> references = new ArrayList<>();
        for (int i = 0; i < event.units().size(); i++) {
            references.add(new Facts.Reference("units", UNITS, event.units().get(i), "/units/" + i));
        }
        return new Facts(Objects.requireNonNull(event.title()), Map.of(), references, Facts.Place.NONE);
    }

    @Override
    public Facts.Place place(UUID id, EventContent content) {
        return Facts.Place.NONE;
    }

    @Override
    public void save(UUID id, long position, EventContent event, Check check) {
        EventRow known = events.findById(id);
        EventRow row = known == null ? new EventRow() : known;
        PartialDate date = Objects.requireNonNull(event.date());
        row.id = id;
        row.category = Objects.requireNonNull(event.category()).token();
        row.earliest = Bounds.orFirst(date.earliest());
        row.latest = Bounds.orLast(date.latest());
        row.placed = date.orderingDate();
        row.sortOrder = event.sortOrder();
        row.position = position;
        row.orderKey = new OrderKey()
                .day(row.placed)
                .day(row.latest)
                .number(row.sortOrder)
                .of(id);
        if (known == null) {
            events.persist(row);
        }
    }

    @Override
    public void remove(UUID id) {
        events.deleteById(id);
    }

    @Override
    public boolean standsAlone() {
        return true;
    }

    @Override
    public List<EventView> views(Collection<LiveEntry> some, Reader reader) {
        Language language = reader.language();
        return some.stream()
                .map(entry -> entries.view(
                        entry,
                        language,
                        EventView.class,
                        () -> EventView.of(entry, entries.content(entry, EventContent.class), reader)))
                .toList();
    }
}
