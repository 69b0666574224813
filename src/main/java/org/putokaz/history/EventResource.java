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

/** Resource for {@code /api/v1/history-events}; lists and single entries come from {@link LiveEntryRepository}. */
@PermitAll
@ConsistentRead
class EventResource implements EventsApi {

    private static final List<EntryRelation> RELATIONS = List.of(EntryRelation.outgoing("units"));

    private final LiveEntryRepository entries;
    private final EntryResolver resolver;
    private final EventFamily family;
    private final IncludedEntryLoader includedEntries;
    private final RequestContext request;

    @Inject
    EventResource(
            LiveEntryRepository entries,
            EntryResolver resolver,
            EventFamily family,
            IncludedEntryLoader includedEntries,
            RequestContext request) {
        this.entries = entries;
        this.resolver = resolver;
        this.family = family;
        this.includedEntries = includedEntries;
        this.request = request;
    }

    @Override
    public EventPage list(EventListParameters parameters) {
        LiveEntryRepository.Slice slice =
                entries.findPage(parameters.toQuery(), parameters.list().page(), request);
        return new EventPage(
                family.views(slice.entries(), request),
                slice.page(),
                includedEntries.load(slice.entries(), parameters.list().include(), RELATIONS, request));
    }

    @Override
    public EventView get(String idOrSlug, EntryParameters parameters) {
        List<LiveEntry> event = List.of(resolver.resolve(EventFamily.NAME, idOrSlug));
        return family.views(event, request)
                .get(0)
                .withIncluded(includedEntries.load(event, parameters.include(), RELATIONS, request));
    }
}
