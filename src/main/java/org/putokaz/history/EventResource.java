package org.putokaz.history;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.List;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.consistency.ConsistentRead;
import org.putokaz.live.read.EntryParameters;
import org.putokaz.live.read.EntryRelation;
import org.putokaz.live.read.EntryResolver;
import org.putokaz.live.read.IncludedEntryLoader;
import org.putokaz.live.read.LiveEntryRepository;

@PermitAll
@ConsistentRead
class EventResource implements EventsApi {

    private static final List<EntryRelation> RELATIONS = List.of(EntryRelation.to("units"));

    private final LiveEntryRepository entries;
    private final EntryResolver lookup;
    private final EventFamily family;
    private final IncludedEntryLoader inclusions;
    private final RequestContext reader;

    @Inject
    EventResource(
            LiveEntryRepository entries,
            EntryResolver lookup,
            EventFamily family,
            IncludedEntryLoader inclusions,
            RequestContext reader) {
        this.entries = entries;
        this.lookup = lookup;
        this.family = family;
        this.inclusions = inclusions;
        this.reader = reader;
    }

    @Override
    public EventPage list(EventListParameters query) {
        LiveEntryRepository.Slice slice = entries.slice(query.listing(), query.list(), reader);
        return new EventPage(
                family.views(slice.entries(), reader),
                slice.page(),
                inclusions.of(slice.entries(), query.list().include(), RELATIONS, reader));
    }

    @Override
    public EventView get(String idOrSlug, EntryParameters query) {
        List<LiveEntry> event = List.of(lookup.entry(EventFamily.NAME, idOrSlug));
        return family.views(event, reader).get(0).with(inclusions.of(event, query.include(), RELATIONS, reader));
    }
}
