package org.putokaz.history;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.List;
import org.putokaz.http.Reader;
import org.putokaz.live.EntryQuery;
import org.putokaz.live.Inclusions;
import org.putokaz.live.LiveEntries;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.Lookup;
import org.putokaz.live.Relation;
import org.putokaz.live.Snapshot;

@PermitAll
@Snapshot
class EventResource implements EventsApi {

    private static final List<Relation> RELATIONS = List.of(Relation.to("units"));

    private final LiveEntries entries;
    private final Lookup lookup;
    private final EventFamily family;
    private final Inclusions inclusions;
    private final Reader reader;

    @Inject
    EventResource(LiveEntries entries, Lookup lookup, EventFamily family, Inclusions inclusions, Reader reader) {
        this.entries = entries;
        this.lookup = lookup;
        this.family = family;
        this.inclusions = inclusions;
        this.reader = reader;
    }

    @Override
    public EventPage list(EventQuery query) {
        LiveEntries.Slice slice = entries.slice(query.listing(), query.list(), reader);
        return new EventPage(
                family.views(slice.entries(), reader),
                slice.page(),
                inclusions.of(slice.entries(), query.list().include(), RELATIONS, reader));
    }

    @Override
    public EventView get(String idOrSlug, EntryQuery query) {
        List<LiveEntry> event = List.of(lookup.entry(EventFamily.NAME, idOrSlug));
        return family.views(event, reader).get(0).with(inclusions.of(event, query.include(), RELATIONS, reader));
    }
}
